// One form, several acts: each gets a request key of its own, so that the form sent twice does nothing twice.
import { createHash } from 'node:crypto'

/** The key of one act of a form: the same for the same words about the same thing, another for anything else. Undefined where the form brought none. */
export function keyOf(formKey: string, act: string, input: object): string | undefined {
  if (!formKey) return undefined
  const hex = createHash('sha256').update(JSON.stringify([formKey, act, input])).digest('hex').slice(0, 32)
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/u, '$1-$2-$3-$4-')
}

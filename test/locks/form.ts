// A form as the matrix of rights sends it.
import { SAMPLES, type Trial } from './samples.ts'

/** A form: the act behind it, '' where it only prepares one; where it is sent to; what is sent besides. */
export interface Form {
  act: string
  path: (trial: Trial) => string
  fields: (trial: Trial) => Readonly<Record<string, string>>
}

/** Sends nothing besides. */
export const none = () => ({})

/** What the act's own sample says, as a form says it. */
export function sent(act: string): Form['fields'] {
  return trial => Object.fromEntries(Object.entries(SAMPLES[act]?.(trial) ?? {}).filter(([name, value]) => name !== 'id' && value !== false && value !== undefined)
    .map(([name, value]) => [name, String(value)]))
}

const at = (path: string) => (_trial: Trial) => `/shicheng${path}`
/** A form of the community's own page, with what the act's sample says. */
export const to = (act: string, path: string, fields: Form['fields'] = sent(act)): Form => ({ act, path: at(path), fields })

// YAML as plain fields that know their line; nothing that a short text could blow up with.
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Refuse } from './lines.ts'

/** A value and where it stands: a text as written, a list, a mapping, or null. `name`: what it is called, for a refusal. */
export interface Field {
  readonly name: string
  readonly line: number
  readonly value: string | null | readonly Field[] | Fields
}

/** Fields by name. */
export type Fields = ReadonlyMap<string, Field>

// In characters. Reading takes about a second for each million.
const LONGEST = 2_000_000

/** The fields at the top. Refuses what is no mapping, has names that are not known, goes too deep, or refers to other places (aliases). */
export function yamlFields(text: string, known: readonly string[], refuse: Refuse): Fields {
  if (text.length > LONGEST) refuse(1, 'tooLarge')
  try {
    return fieldsIn(text, known, refuse)
  } catch (error) {
    // The stack ends where lists stand in lists without end.
    if (error instanceof RangeError) return refuse(1, 'yaml', error.name)
    throw error
  }
}

function fieldsIn(text: string, known: readonly string[], refuse: Refuse): Fields {
  const lineCounter = new LineCounter()
  const document = parseDocument(text, { lineCounter, prettyErrors: false, schema: 'failsafe' })
  const [wrong] = [...document.errors, ...document.warnings]
  if (wrong) return refuse(lineCounter.linePos(wrong.pos[0]).line, 'yaml', wrong.code)
  const top = field(document.contents, '', 1)
  if (!(top.value instanceof Map)) return refuse(1, 'wrongKind', 'YAML')
  for (const [name, { line }] of top.value) if (!known.includes(name)) refuse(line, 'unreadable', name)
  return top.value

  function field(node: unknown, name: string, above: number): Field {
    const line = lineOf(node) ?? above
    if (isAlias(node)) return refuse(line, 'unreadable', `*${node.source}`)
    if (isSeq(node)) return { name, line, value: node.items.map(each => field(each, name, line)) }
    if (isScalar(node)) return { name, line, value: nothing(node.source) ? null : String(node.value) }
    if (!isMap(node)) return { name, line, value: null }
    const entries = node.items.map(({ key, value }) => {
      const called = isScalar(key) ? String(key.value) : refuse(lineOf(key) ?? line, 'wrongKind', name)
      return [called, field(value, called, lineOf(key) ?? line)] as const
    })
    return { name, line, value: new Map(entries) }
  }

  function lineOf(node: unknown): number | undefined {
    const range = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node) ? node.range : null
    return range ? lineCounter.linePos(range[0]).line : undefined
  }
}

/** A plain text or number, as written. */
export function textOf({ name, line, value }: Field, refuse: Refuse): string {
  return typeof value === 'string' ? value : refuse(line, 'wrongKind', name)
}

/** A list. */
export function listOf({ name, line, value }: Field, refuse: Refuse): readonly Field[] {
  const isList = value !== null && typeof value !== 'string' && 'length' in value
  return isList ? value : refuse(line, 'wrongKind', name)
}

// An empty place means nothing; so do the two words for it.
function nothing(source: string | undefined): boolean {
  return source === undefined || source === '' || source === 'null' || source === '~'
}

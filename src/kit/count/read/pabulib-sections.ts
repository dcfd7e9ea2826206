// The three tables of a .pb file: META, PROJECTS and VOTES, each with a line of column names and cells between semicolons.
import type { Line, Refuse } from './lines.ts'

/** One row: its first cell, and its cells by column. */
export interface Row { readonly key: string, readonly cells: ReadonlyMap<string, string>, readonly line: number }

/** The tables, checked for their columns and for keys that come twice. */
export interface Sections {
  readonly meta: ReadonlyMap<string, { readonly value: string, readonly line: number }>
  readonly projects: readonly Row[]
  readonly votes: readonly Row[]
}

const TABLES = [
  { name: 'META', columns: ['key', 'value'] },
  { name: 'PROJECTS', columns: ['project_id', 'cost'] },
  { name: 'VOTES', columns: ['voter_id', 'vote'] },
] as const

/** Cuts a file into its tables, which must come in this order. */
export function sectionsOf(lines: readonly Line[], last: number, refuse: Refuse): Sections {
  const starts = TABLES.map(({ name }) => {
    const at = lines.findIndex(line => line.text.toUpperCase() === name)
    return at < 0 ? refuse(last, 'missing', name) : at
  })
  const [meta = [], projects = [], votes = []] = TABLES.map(({ columns }, table) => {
    const start = starts[table] ?? 0
    const end = starts[table + 1] ?? lines.length
    if (end < start) refuse(lines[end]?.number ?? last, 'unreadable', lines[end]?.text ?? '')
    return rowsOf(lines.slice(start, end), columns, refuse)
  })
  if ((starts[0] ?? 0) > 0) refuse(lines[0]?.number ?? 1, 'unreadable', lines[0]?.text ?? '')
  return { projects, votes, meta: new Map(meta.map(({ key, cells, line }) => [key, { value: cells.get('value') ?? '', line }])) }
}

function rowsOf([title, head, ...rest]: readonly Line[], columns: readonly string[], refuse: Refuse): Row[] {
  const line = head?.number ?? title?.number ?? 1
  const names = cellsIn(head?.text ?? '', line, refuse)
  const lacking = columns.find(column => !names.includes(column))
  if (lacking !== undefined) refuse(line, 'missing', lacking)
  if (new Set(names).size < names.length) refuse(line, 'twice', head?.text ?? '')
  const seen = new Set<string>()
  return rest.map(({ text, number }) => {
    const cells = cellsIn(text, number, refuse)
    if (cells.length !== names.length) refuse(number, 'sum', String(names.length), String(cells.length))
    const [key = ''] = cells
    if (key === '') refuse(number, 'emptyMark')
    if (seen.has(key)) refuse(number, 'twice', key)
    seen.add(key)
    return { key, line: number, cells: new Map(names.map((name, at) => [name, cells[at] ?? ''])) }
  })
}

// A cell in quotation marks may hold semicolons; a mark inside is doubled.
function cellsIn(text: string, line: number, refuse: Refuse): string[] {
  const cells: string[] = []
  for (const found of text.matchAll(/(?:"((?:[^"]|"")*)"|([^";]*|[^";][^;]*))(?:;|$)/guy)) {
    cells.push((found[1] ?? found[2] ?? '').replaceAll('""', '"').trim())
    if (!found[0].endsWith(';')) return cells
  }
  return refuse(line, 'quote')
}

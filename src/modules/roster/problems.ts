// What is wrong in a roster beyond single cells: within a row, and between rows. Pure.
import type { Lang, Said } from '#kit/phrase.ts'
import { isHidden } from '#modules/roster/words.ts'
import type { RosterColumn, RosterRow } from '#modules/roster/roster.ts'
import { rosterText } from '#text/roster.ts'

/** Something to mend: the line as Excel numbers it, the column, and what to do. */
export interface RosterProblem {
  line: number
  column: RosterColumn
  said: Said
}

export interface NumberedRow {
  line: number
  row: RosterRow
}

/** What one row lacks or contradicts. */
export function problemsWithin({ line, row }: NumberedRow): RosterProblem[] {
  const problems: RosterProblem[] = []
  const tell = (column: RosterColumn, said: Said) => void problems.push({ line, column, said })
  const missing: Said = lang => rosterText(lang).missing
  if (row.estate === '' && (row.building || row.entrance || row.home)) tell('estate', missing)
  if (row.building === '' && (row.entrance || row.home)) tell('building', missing)
  if (row.home === '' && (row.area !== null || row.tie !== null)) tell('home', missing)
  if (row.area === null && row.areaSource !== null) tell('area', lang => rosterText(lang).sourceAlone)
  if (row.home !== '' && row.name !== '' && row.tie === null) tell('tie', missing)
  if (row.name === '' && (row.tie || row.phone || row.document || row.post)) tell('name', lang => rosterText(lang).nameless)
  if (row.home === '' && row.post === null && row.area === null && row.tie === null) tell('home', lang => rosterText(lang).neither)
  if (row.until !== '' && row.since === '') tell('since', lang => rosterText(lang).untilAlone)
  if (row.until !== '' && row.since > row.until) tell('until', lang => rosterText(lang).backwards)
  if (row.post === 'partner_contact' && row.organisation === '') tell('organisation', lang => rosterText(lang).needsOrganisation)
  return problems
}

/** What rows say of each other: of two that contradict, the later one is told of the earlier. */
export function problemsBetween(rows: readonly NumberedRow[]): RosterProblem[] {
  return [
    ...contradictions(rows, 'area', row => homeOf(row), row => row.area, line => lang => rosterText(lang).otherArea(line)),
    ...contradictions(rows, 'floor', row => homeOf(row), row => row.floor, line => lang => rosterText(lang).otherFloor(line)),
    ...contradictions(rows, 'document', row => isHidden(row.document) ? '' : row.document, row => row.name,
      line => lang => rosterText(lang).otherName(line)),
    ...contradictions(rows, 'grid', row => laidOver(row), row => row.grid || null, line => lang => rosterText(lang).otherGrid(line)),
    ...contradictions(rows, 'microGrid', row => laidOver(row), row => row.microGrid || null,
      line => lang => rosterText(lang).otherGrid(line)),
    ...contradictions(rows, 'microGrid', row => row.microGrid, row => row.grid || null, line => lang => rosterText(lang).otherParent(line)),
    ...repeats(rows),
  ].toSorted((one, other) => one.line - other.line)
}

function homeOf(row: RosterRow): string {
  return row.home && [row.estate, row.building, row.entrance, row.home].join('\n')
}

/** The place that a home's grid covers: its entrance, or its building where there is none. '' for a row without a home. */
export function laidOver(row: RosterRow): string {
  return row.home && [row.estate, row.building, row.entrance].join('\n')
}

function contradictions<T>(
  rows: readonly NumberedRow[], column: RosterColumn,
  about: (row: RosterRow) => string, says: (row: RosterRow) => T | null, said: (line: number) => Said,
): RosterProblem[] {
  const first = new Map<string, { line: number, says: T }>()
  return rows.flatMap(({ line, row }) => {
    const [key, value] = [about(row), says(row)]
    if (key === '' || value === null) return []
    const before = first.get(key)
    if (!before) first.set(key, { line, says: value })
    return before && before.says !== value ? [{ line, column, said: said(before.line) }] : []
  })
}

function repeats(rows: readonly NumberedRow[]): RosterProblem[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ line, row }) => {
    const key = repeatKey(row)
    const before = first.get(key)
    if (before === undefined) first.set(key, line)
    return before === undefined ? [] : [{ line, column: 'name' as const, said: (lang: Lang) => rosterText(lang).twice(before) }]
  })
}

// Two people of one name in one home are told apart by their documents or phones.
function repeatKey(row: RosterRow): string {
  const { floor: _floor, area: _area, areaSource: _source, ...rest } = row
  return JSON.stringify(rest)
}

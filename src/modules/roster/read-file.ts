// From a table to rows: headers in either language and any order, each problem by line and column. Pure.
import type { Table } from '#kit/tables.ts'
import type { Said } from '#kit/phrase.ts'
import { type NumberedRow, problemsBetween, problemsWithin, type RosterProblem } from '#modules/roster/problems.ts'
import { plain } from '#modules/roster/words.ts'
import { ROSTER_COLUMNS, rosterRow, type RosterColumn, type RosterLine, type RosterRow } from '#modules/roster/roster.ts'
import { rosterColumnText, rosterText, rosterWrongText } from '#text/roster.ts'

/** A typed row with the number of its line. */
export type NumberedLine = RosterLine & { line: number }

export interface RosterRead {
  good: RosterRow[]
  problems: RosterProblem[]
}

const OTHER_HEADERS: Readonly<Record<string, RosterColumn>> = {
  小区名称: 'estate', 楼: 'building', 幢: 'building', 栋: 'building', 楼号: 'building', 楼道: 'entrance', 梯: 'entrance',
  户: 'home', 室: 'home', 室号: 'home', 门牌: 'home', 户号: 'home', 面积: 'area', 建筑面积: 'area',
  电话: 'phone', 手机: 'phone', 联系电话: 'phone', 身份证号: 'document', 身份证: 'document', 证件号码: 'document',
  与房屋关系: 'tie', 关系: 'tie', 入住日期: 'since', 搬出日期: 'until', 所属网格: 'grid',
}

const HEADERS = new Map<string, RosterColumn>([
  ...Object.entries(OTHER_HEADERS),
  ...ROSTER_COLUMNS.flatMap(column => [column, ...rosterColumnText.pairs[column]].map(word => [headerKey(word), column] as const)),
])

/** The rows of a table that can be taken as they are, and what to mend in the others. */
export function readRoster(table: Table): RosterRead {
  const { lines, problems } = linesOf(table)
  if (problems.length > 0) return { good: [], problems }
  return checkLines(lines)
}

/** The lines of a table, and what is wrong with its header. Columns that are not ours are left out; `unread` names them. */
export function linesOf(table: Table): { lines: NumberedLine[], problems: RosterProblem[], unread: string[] } {
  const columns = table.header.map(word => HEADERS.get(headerKey(word)) ?? null)
  const unread = table.header.filter((word, i) => word !== '' && columns[i] === null)
  const problems = headerProblems(columns, table.headerLine)
  const lines = table.rows.map(({ line, cells }) => {
    const typed = columns.flatMap((column, i) => column ? [[column, cells[i] ?? ''] as const] : [])
    return { ...Object.fromEntries(typed), line }
  })
  return { lines, problems, unread }
}

function headerProblems(columns: readonly (RosterColumn | null)[], line: number): RosterProblem[] {
  const twice = columns.filter((column, i) => column !== null && columns.indexOf(column) !== i).filter(column => column !== null)
  if (twice.length > 0) return twice.map(column => ({ line, column, said: lang => rosterText(lang).twiceColumn }))
  const known = (...wanted: RosterColumn[]) => wanted.every(column => columns.includes(column))
  if (known('estate', 'building', 'home') || known('name', 'post')) return []
  return [{ line, column: 'estate', said: lang => rosterText(lang).noColumns }]
}

/** The lines that can be taken as they are, and what to mend in the others. */
export function checkLines(lines: readonly NumberedLine[]): RosterRead {
  const problems: RosterProblem[] = []
  const rows: NumberedRow[] = []
  for (const { line, ...typed } of lines) {
    const result = rosterRow.safeParse(typed)
    const found = result.success
      ? problemsWithin({ line, row: result.data })
      : cellProblems(line, result.error.issues.map(issue => issue.path[0]))
    problems.push(...found)
    if (result.success && found.length === 0) rows.push({ line, row: result.data })
  }
  const between = problemsBetween(rows)
  const bad = new Set(between.map(problem => problem.line))
  return {
    good: rows.filter(({ line }) => !bad.has(line)).map(({ row }) => row),
    problems: [...problems, ...between].toSorted((one, other) => one.line - other.line),
  }
}

function cellProblems(line: number, paths: readonly (PropertyKey | undefined)[]): RosterProblem[] {
  return ROSTER_COLUMNS.filter(column => paths.includes(column))
    .map(column => ({ line, column, said: lang => rosterWrongText(lang)[column] }))
}

/** A problem as one sentence with its place. */
export function problemSaid({ line, column, said }: RosterProblem): Said {
  return lang => rosterText(lang).at(line, rosterColumnText(lang)[column], said(lang))
}

function headerKey(word: string): string {
  return plain(word).replace(/[(（［[].*$/u, '').replace(/[*＊:：]/gu, '')
}

import { TableProblem } from './problem.ts'

/** The most that we take: bytes of the file, bytes unpacked, rows with the header, columns, UTF-16 units in a cell (Excel's own limit). */
export const LIMITS = {
  fileBytes: 20_000_000,
  unpackedBytes: 200_000_000,
  rows: 100_000,
  columns: 200,
  cellLength: 32_767,
} as const

/** One row; `line` is the number that Excel shows beside it (from 1, blank rows counted, a cell with line breaks is one row). */
export interface TableRow {
  line: number
  cells: string[]
}

/** A table as people see it. Every row has as many cells as the header; `sheet` is the Excel sheet's name. */
export interface Table {
  sheet?: string
  headerLine: number
  header: string[]
  rows: TableRow[]
}

/**
 * Makes a table of raw rows: cells trimmed (also of no-break and ideographic spaces and byte order
 * marks), the first row that is not blank is the header, blank rows left out, short rows padded.
 */
export function tableOf(raw: readonly (readonly string[])[], sheet?: string): Table {
  const rows = raw.map((cells, index) => trimmedRow(cells, index + 1)).filter(row => row.cells.length > 0)
  const [header, ...body] = rows
  if (!header) throw new TableProblem('empty')
  const width = rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0)
  for (const row of rows) while (row.cells.length < width) row.cells.push('')
  return { ...(sheet === undefined ? {} : { sheet }), headerLine: header.line, header: header.cells, rows: body }
}

/** The text that we write for a cell: trimmed, without NUL (no text column holds one), each half of a broken pair as U+FFFD. */
export function writable(cell: string, line: number): string {
  const text = cell.toWellFormed().replaceAll('\0', '').trim()
  checkCell(text, line)
  return text
}

function trimmedRow(raw: readonly string[], line: number): TableRow {
  const cells = raw.map(cell => cell.trim())
  while (cells.at(-1) === '') cells.pop()
  checkPlace(line, cells.length)
  for (const cell of cells) checkCell(cell, line)
  return { line, cells }
}

/** Refuses a cell that lies beyond the limits. */
export function checkPlace(line: number, column: number): void {
  if (column > LIMITS.columns) throw new TableProblem('tooManyColumns', line, LIMITS.columns)
  if (line > LIMITS.rows && column > 0) throw new TableProblem('tooManyRows', LIMITS.rows)
}

function checkCell(cell: string, line: number): void {
  if (cell.length > LIMITS.cellLength) throw new TableProblem('cellTooLong', line, LIMITS.cellLength)
}

import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { TableProblem } from './problem.ts'
import { checkPlace, LIMITS, tableOf, writable } from './table.ts'
import type { Table } from './table.ts'
import { decodeText } from './text.ts'

// What a spreadsheet takes for the start of a formula, full-width forms too (Excel in East Asian settings). A leading tab or
// carriage return, which others defuse as well, cannot occur: cells are trimmed before they are written.
// Source: https://owasp.org/www-community/attacks/CSV_Injection
const FORMULA = /^'*[=+\-@＝＋－＠]/
const DEFUSED = /^'+[=+\-@＝＋－＠]/

/** Reads CSV bytes. A leading ' before a formula sign is taken off, from whatever program: it is the mark of “this is text”. */
export function readCsv(bytes: Uint8Array): Table {
  const text = decodeText(bytes)
  let line = 0
  const take = (record: string[]): string[] => {
    checkPlace(++line, meantColumns(record))
    return record.map(undefuse)
  }
  try {
    return tableOf(
      parse(text, {
        delimiter: separatorOf(text),
        record_delimiter: ['\r\n', '\n', '\r'],
        relax_column_count: true,
        relax_quotes: true,
        max_record_size: LIMITS.columns * LIMITS.cellLength,
        on_record: take,
      }),
    )
  } catch (error) {
    throw error instanceof CsvError ? csvProblem(error, line + 1) : error
  }
}

function meantColumns(record: string[]): number {
  return record.findLastIndex(cell => cell !== '') + 1
}

function undefuse(cell: string): string {
  const text = cell.trimStart()
  return DEFUSED.test(text) ? text.slice(1) : cell
}

// The separator that stands most often in the first line with text, outside quotes; a comma if none does.
function separatorOf(text: string): string {
  const counts = new Map([[',', 0], [';', 0], ['\t', 0]])
  let quoted = false
  let fresh = true
  for (let at = text.search(/\S/); at >= 0 && at < text.length; at++) {
    const sign = text.charAt(at)
    if (!quoted && (sign === '\n' || sign === '\r')) break
    if (sign === '"' && (quoted || fresh)) quoted = !quoted
    const count = quoted ? undefined : counts.get(sign)
    if (count !== undefined) counts.set(sign, count + 1)
    fresh = count !== undefined || sign === '"'
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

function csvProblem(error: CsvError, line: number): TableProblem {
  if (error.code === 'CSV_MAX_RECORD_SIZE') return new TableProblem('cellTooLong', line, LIMITS.cellLength)
  return new TableProblem('openQuote', line)
}

/**
 * Writes CSV for Excel: UTF-8 with a byte order mark, CRLF, cells trimmed. A cell that begins with a formula sign
 * (also after some ') gets one more ' in front; `readCsv` takes that one off again, so our own export reads back unchanged.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
  const lines = [header, ...rows].map((cells, index) => cells.map(cell => csvCell(writable(cell, index + 1))).join(','))
  return new TextEncoder().encode(`\ufeff${lines.map(line => `${line}\r\n`).join('')}`)
}

function csvCell(cell: string): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

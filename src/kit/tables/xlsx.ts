import readExcelFile from 'read-excel-file/universal'
import writeExcelFile from 'write-excel-file/node'
import type { Row } from 'write-excel-file/node'
import { TableProblem } from './problem.ts'
import { checkSheetBounds } from './sheet-bounds.ts'
import { shownCell, shownNumber } from './shown.ts'
import { tableOf, writable } from './table.ts'
import type { Table } from './table.ts'
import { storedZip, unzip } from './zip.ts'

const WORKBOOK = 'xl/workbook.xml'
const BINARY_WORKBOOK = 'xl/workbook.bin'
const LONGEST_SHEET_NAME = 31

/** Reads the first sheet that has anything in it. Formulas give their last result, cells with an error (#N/A) are empty. */
export async function readXlsx(bytes: Uint8Array): Promise<Table> {
  const files = unzip(bytes, name => /^xl\/.*\.(xml|rels)$/.test(name) || name === BINARY_WORKBOOK)
  if (files.has(BINARY_WORKBOOK)) throw new TableProblem('oldExcel')
  if (!files.has(WORKBOOK)) throw new TableProblem('notTable')
  for (const xml of files.values()) checkSheetBounds(xml)
  const sheets = await parsed(storedZip(files))
  const tables = sheets.map(({ sheet, data }) => ({ sheet, rows: data.map(row => row.map(shownCell)) }))
  const first = tables.find(({ rows }) => rows.some(row => row.some(cell => cell.trim() !== '')))
  if (!first) throw new TableProblem('empty')
  return tableOf(first.rows, first.sheet)
}

async function parsed(zip: ArrayBuffer) {
  try {
    return await readExcelFile(zip, { parseNumber: shownNumber })
  } catch (cause) {
    throw Object.assign(new TableProblem('broken'), { cause })
  }
}

/**
 * Writes an Excel file whose cells are all typed as text, so that none is a formula and a phone number that somebody
 * corrects in Excel stays as typed. The header is bold and stays in view. `widths` are in characters, one for each column.
 */
export async function writeXlsx(
  sheet: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  options: { widths?: readonly number[] } = {},
): Promise<Uint8Array> {
  const data = [header, ...rows].map((cells, index) => cells.map(cell => textCell(writable(cell, index + 1), index === 0)))
  const columns = options.widths?.map(width => ({ width }))
  return writeExcelFile(data, { sheet: sheetName(sheet), stickyRowsCount: 1, ...(columns ? { columns } : {}) }).toBuffer()
}

function textCell(text: string, bold: boolean): Row[number] {
  if (text === '') return null
  return { value: escaped(text), type: String, format: '@', ...(bold ? { fontWeight: 'bold' } : {}) }
}

// Characters that XML cannot carry are written as _xHHHH_ (ECMA-376 part 1, 22.9.2.19), and so is what looks like such a mark.
function escaped(text: string): string {
  const safe = text.replace(
    /(?![\t\n])\p{Cc}|\ufffd|\p{Noncharacter_Code_Point}|_(?=x[0-9a-f]{4})/giu,
    found => found.split('').map(mark).join(''),
  )
  // The library keeps its texts in a plain object, where names such as “constructor” are taken.
  return safe in Object.prototype ? mark(safe.charAt(0)) + safe.slice(1) : safe
}

function mark(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`
}

// Excel allows neither these signs nor an apostrophe at either end, nor more than 31 characters.
function sheetName(name: string): string {
  const allowed = name.replace(/[[\]/\\:*?\p{Cc}]/gu, ' ').trim().slice(0, LONGEST_SHEET_NAME).toWellFormed()
  return allowed.replace(/^'+|'+$/g, '').trim() || 'Sheet1'
}

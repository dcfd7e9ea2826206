import { TableProblem } from './problem.ts'
import { checkPlace } from './table.ts'

// Excel's last row and column: ECMA-376 leaves them open, Excel does not.
const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384
const ROW_OR_CELL = /<(?:[^\s<>/"'=]+:)?(row|c)(?=[\s/>])/g
const ATTRIBUTES = /(?:\s+[^\s<>/"'=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/y
const PLACE = /\s(?:[^\s<>/"'=]+:)?r\s*=\s*["']([^"']*)["']/g

/**
 * Refuses a worksheet whose rows or cells say that they stand far away: the Excel library fills the gap with empty cells, so one
 * line of XML could take all memory. Tags that are not written plainly are refused, for we could not tell what a reader makes of them.
 */
export function checkSheetBounds(xml: Uint8Array): void {
  const text = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength).toString('latin1')
  let row = 0
  for (const tag of text.matchAll(ROW_OR_CELL)) {
    ATTRIBUTES.lastIndex = tag.index + tag[0].length
    const attributes = ATTRIBUTES.exec(text)
    if (!attributes) throw new TableProblem('broken')
    const places = Array.from(attributes[0].matchAll(PLACE), match => match[1] ?? '')
    if (tag[1] === 'row') {
      row = Math.max(0, ...places.map(rowNumber))
      continue
    }
    const empty = attributes[1] === '/'
    for (const place of places) checkCellPlace(place, row, empty)
  }
}

function rowNumber(place: string): number {
  const row = /^\d{1,7}$/.test(place) ? Number(place) : 0
  if (row < 1 || row > LAST_ROW) throw new TableProblem('broken')
  return row
}

// A cell that is only formatted may stand anywhere in Excel's sheet; one with something in it only where we read.
function checkCellPlace(place: string, row: number, empty: boolean): void {
  const [, letters, digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(place) ?? []
  if (letters === undefined || digits === undefined) throw new TableProblem('broken')
  const column = columnNumber(letters)
  const line = Math.max(row, rowNumber(digits))
  if (column > LAST_COLUMN) throw new TableProblem('broken')
  if (!empty) checkPlace(line, column)
}

function columnNumber(letters: string): number {
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column
}

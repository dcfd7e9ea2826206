// Readings as people write them, and the list of a file with the homes that it names. Pure.
import type { Table } from '#kit/tables.ts'
import type { Said } from '#kit/phrase.ts'
import { readingsText } from '#text/sharing.ts'

const AMOUNT = /^(\d{1,9})(?:\.(\d{1,3}))?$/u

/** A reading in thousandths of its unit (12.5 → 12500); null for what is none. */
export function amountIn(written: string): number | null {
  const [, whole, rest = ''] = AMOUNT.exec(written.normalize('NFKC').replace(/[\s,]/gu, '').replace(/(?:吨|度|立方|方|m³|m3)$/u, '')) ?? []
  return whole === undefined ? null : Number(whole) * 1000 + Number(rest.padEnd(3, '0'))
}

/** Thousandths as people read them: 12.5. */
export function amountShown(thousandths: number): string {
  const rest = String(thousandths % 1000).padStart(3, '0').replace(/0+$/u, '')
  return `${Math.trunc(thousandths / 1000)}${rest && `.${rest}`}`
}

/** What a list of readings came to; where there is any problem nothing of it is to be entered. */
export interface ReadingsRead {
  readings: { home: number, amount: string }[]
  problems: Said[]
}

/** Reads a table with a column of homes and one of readings; a home is named by its label or by as much of its end as no other home has. */
export function readingsIn(table: Table, homes: readonly { id: number, label: string }[]): ReadingsRead {
  const [home, amount] = [columnOf(table, 'home'), columnOf(table, 'amount')]
  if (home < 0 || amount < 0) return { readings: [], problems: [lang => readingsText(lang).noColumns] }
  const named = namesOf(homes)
  const readings: ReadingsRead['readings'] = []
  const problems: Said[] = []
  const met = new Set<number>()
  for (const { line, cells } of table.rows) {
    const [name = '', written = ''] = [cells[home], cells[amount]]
    const ids = named.get(folded(name)) ?? []
    const [id] = ids
    if (id === undefined) problems.push(lang => readingsText(lang).noHome(line, name))
    else if (ids.length > 1) problems.push(lang => readingsText(lang).whichHome(line, name))
    else if (met.has(id)) problems.push(lang => readingsText(lang).homeTwice(line, name))
    else if (amountIn(written) === null) problems.push(lang => readingsText(lang).noAmount(line, written))
    else readings.push({ home: id, amount: written })
    if (id !== undefined) met.add(id)
  }
  return { readings, problems }
}

const COLUMNS = { home: /房|户|住|室|home|flat/iu, amount: /用量|用水|用电|读数|吨|度|reading|usage|amount/iu }

function columnOf({ header }: Table, which: keyof typeof COLUMNS): number {
  return header.findIndex(cell => COLUMNS[which].test(cell))
}

function namesOf(homes: readonly { id: number, label: string }[]): Map<string, number[]> {
  const named = new Map<string, number[]>()
  for (const { id, label } of homes) {
    const words = label.split(' ')
    for (const [i] of words.entries()) {
      const name = folded(words.slice(i).join(''))
      named.set(name, [...named.get(name) ?? [], id])
    }
  }
  return named
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[\s-]/gu, '')
}

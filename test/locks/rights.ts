// What is tried, how an answer is read, and the table against which it is held.
import { readFileSync } from 'node:fs'
import { COLUMNS, type Column } from './people.ts'

/** What somebody may: everywhere in the community, at his own place or with his own things only, with those of others only, or not. */
export type Cell = 'yes' | 'own' | 'oth' | '·'

/** A row of the table: what it is about, and a cell for each column. */
export type Row = Readonly<Record<Column, Cell>>

const DOCUMENT = new URL('../../docs/rights.md', import.meta.url)

/** The rows under one heading of docs/rights.md, by what they are about. */
export function rowsUnder(heading: string): Map<string, Row> {
  const rows = new Map<string, Row>()
  for (const line of linesUnder(heading)) {
    const cells = line.trim().split(/\s+/u)
    const name = cells.slice(0, -COLUMNS.length).join(' ')
    if (rows.has(name)) throw new Error(`${name} stands twice under ${heading}`)
    const row = Object.fromEntries(COLUMNS.map((column, i) => [column, cells.at(i - COLUMNS.length) ?? ''])) as Row
    const odd = Object.values(row).find(cell => !['yes', 'own', 'oth', '·'].includes(cell))
    if (odd !== undefined) throw new Error(`“${odd}” is no answer: ${line}`)
    rows.set(name, row)
  }
  return rows
}

/** The lines of the block under a heading, without the one that names the columns. */
export function linesUnder(heading: string): string[] {
  const text = readFileSync(DOCUMENT, 'utf8')
  const block = new RegExp(`^## ${heading}$.*?^\`\`\`text\\n(.*?)^\`\`\``, 'msu').exec(text)?.[1]
  if (block === undefined) throw new Error(`docs/rights.md has no block under ${heading}`)
  return block.split('\n').filter(line => line.trim() !== '' && !line.endsWith(COLUMNS.at(-1) ?? ''))
}

/** A line as it should stand in the table. */
export function lineOf(name: string, row: Row): string {
  return `${name.padEnd(48)} ${COLUMNS.map(column => row[column].padEnd(3)).join(' ')}`.trimEnd()
}

/** What stands in a cell for somebody who is let in at his own place, and at another. */
export function cellOf(own: boolean, other: boolean): Cell {
  if (own === other) return own ? 'yes' : '·'
  return own ? 'own' : 'oth'
}

// The roster as a file: the template to fill in, and the export.
import type { Lang } from '#kit/phrase.ts'
import { writeCsv, writeXlsx } from '#kit/tables.ts'
import { EMPTY_ROW, ROSTER_COLUMNS, typedRow, type RosterRow } from '#modules/roster/roster.ts'
import { postText, tieText } from '#text/people.ts'
import { rosterColumnText, rosterGuideText, rosterText } from '#text/roster.ts'

export type RosterFormat = 'csv' | 'xlsx'

const WIDTHS = [12, 10, 8, 8, 6, 10, 10, 10, 16, 22, 8, 12, 12, 12, 18, 12, 16]

const EXAMPLES: readonly RosterRow[] = [
  { ...EMPTY_ROW, estate: '榕荫里', building: '3号楼', entrance: '2单元', home: '501', area: 8953, areaSource: 'registered', name: '林秋月',
    phone: '13800138000', tie: 'owner', since: '2015-06-01', grid: '第一网格' },
  { ...EMPTY_ROW, name: '吴海生', phone: '13900139000', since: '2026-03-01', post: 'grid_worker', grid: '第一网格' },
]

/** The template with two made-up rows to overwrite. */
export function rosterTemplate(lang: Lang, format: RosterFormat): Promise<Uint8Array> {
  return rosterFile(EXAMPLES, lang, format)
}

/** Rows as a file that the import reads back. */
export async function rosterFile(rows: readonly RosterRow[], lang: Lang, format: RosterFormat): Promise<Uint8Array> {
  const header = ROSTER_COLUMNS.map(column => rosterColumnText(lang)[column])
  const cells = rows.map(row => {
    const typed = typedRow(row, lang)
    return ROSTER_COLUMNS.map(column => typed[column])
  })
  return format === 'csv' ? writeCsv(header, cells) : writeXlsx(rosterText(lang).roster, header, cells, { widths: WIDTHS })
}

/** What goes into each column, with the words that it takes: shown beside the template. */
export function rosterGuide(lang: Lang): { column: string, says: string, words: string[] }[] {
  const words = { tie: Object.values(tieText(lang)), post: Object.values(postText(lang)) }
  return ROSTER_COLUMNS.map(column => ({
    column: rosterColumnText(lang)[column], says: rosterGuideText(lang)[column],
    words: column === 'tie' || column === 'post' ? words[column] : [],
  }))
}

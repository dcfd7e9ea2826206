// The roster: one row per person and home, as a list on paper has it. Pure.
import { z } from 'zod'
import { areaOf, areaShown, dateOf, documentOf, isHidden, plain, POST_WORDS, SOURCE_TEXT, SOURCES, TIES } from '#modules/roster/words.ts'
import type { Lang } from '#kit/phrase.ts'
import { phoneNumber } from '#modules/people/public.ts'
import type { Spot } from '#modules/places/public.ts'
import { postText, tieText } from '#text/people.ts'

const LONGEST = 40
const cell = z.string().max(2000).default('')

const placeName = cell.transform(typed => tidy(typed.normalize('NFKC'))).pipe(z.string().max(LONGEST))
const label = cell.transform(tidy).pipe(z.string().max(LONGEST))
const phone = cell.transform((typed, context) => {
  const text = plain(typed)
  if (isHidden(text)) return text
  const read = phoneNumber.safeParse(typed)
  if (read.success) return read.data
  context.addIssue({ code: 'custom', message: 'not a phone number' })
  return z.NEVER
})

/** One row as it is typed, each cell a text; what a table has in a line, and what programs send. Parsed, it is a RosterRow. */
export const rosterRow = z.strictObject({
  estate: placeName,
  building: placeName,
  entrance: placeName,
  home: placeName,
  floor: read(typed => typed === '' ? null : /^-?\d{1,3}$/u.test(typed) && Number(typed) !== 0 ? Number(typed) : undefined),
  area: read(areaOf),
  areaSource: read(typed => typed === '' ? null : SOURCES.get(typed)),
  name: label,
  phone,
  document: read(typed => documentOf(typed) ?? undefined),
  tie: read(typed => typed === '' ? null : TIES.get(typed)),
  since: read(typed => dateOf(typed) ?? undefined),
  until: read(typed => dateOf(typed) ?? undefined),
  post: read(typed => typed === '' ? null : POST_WORDS.get(typed)),
  organisation: label,
  grid: label,
  microGrid: label,
})

/** A row as typed. */
export type RosterLine = z.input<typeof rosterRow>
/** A row as read: area in 0.01 m², dates such as 2026-03-01 or '', phone and document '' or possibly with a hidden middle. */
export type RosterRow = z.output<typeof rosterRow>
export type RosterColumn = keyof RosterRow

/** The columns in the order of the template. */
export const ROSTER_COLUMNS = Object.keys(rosterRow.shape) as RosterColumn[]

function read<T>(parse: (typed: string) => T | undefined) {
  return cell.transform((typed, context): T => {
    const value = parse(plain(typed))
    if (value !== undefined) return value
    context.addIssue({ code: 'custom', message: 'not read' })
    return z.NEVER
  })
}

// No control characters and no line breaks, which no name has on paper.
function tidy(typed: string): string {
  return typed.toWellFormed().replace(/[\s\p{Cc}]+/gu, ' ').trim()
}

/** The row as a person would type it: what the export writes, and what reads back as the same row. */
export function typedRow(row: RosterRow, lang: Lang): Record<RosterColumn, string> {
  return {
    ...row,
    floor: row.floor === null ? '' : String(row.floor),
    area: row.area === null ? '' : areaShown(row.area),
    areaSource: row.areaSource === null ? '' : SOURCE_TEXT[row.areaSource][lang === 'zh' ? 0 : 1],
    tie: row.tie === null ? '' : tieText(lang)[row.tie],
    post: row.post === null ? '' : postText(lang)[row.post],
  }
}

/** A row with nothing in it, to write others from. */
export const EMPTY_ROW: RosterRow = rosterRow.parse({})

/** The home, entrance, building or estate that the row names. */
export function spotOf(row: RosterRow): Spot {
  return { estate: row.estate, building: row.building, entrance: row.entrance, home: row.home }
}

// The questions about what happens here. Everything on the calendar is public.
import { sql } from 'kysely'
import { at, type Reader } from '#kit/db.ts'
import { noHappening } from '#modules/calendars/find.ts'
import { dayList, type Dates } from '#modules/calendars/happening.ts'

/** How long what was cancelled is still shown as cancelled, so that calendar programs learn of it. */
const REMEMBERED = { hours: 30 * 24 }

/** Something on the calendar. */
export interface Happening extends Dates {
  id: number
  organisation_id: number
  organisation: string
  estate_id: number | null
  estate: string | null
  matter_id: number | null
  title: string
  about: string
  place: string
  cancelled: boolean
  changed_at: Temporal.Instant
  changes: number
}

/** Which ones: of an estate (what is for the whole community is for each estate too), or those in whose activity this person joined. */
export interface HappeningFilter {
  estate?: number
  joinedBy?: number
}

/** Everything that is on the calendar, and what was cancelled not long ago, in order of its first day. One statement. */
export async function happenings(db: Reader, { estate, joinedBy }: HappeningFilter, now: Temporal.Instant): Promise<Happening[]> {
  const rows = await rowsOf(db)
    .where(eb => eb.or([eb('happening.cancelled_at', 'is', null), eb('happening.cancelled_at', '>', at(now.subtract(REMEMBERED)))]))
    .$if(estate !== undefined, some => some.where(eb =>
      eb.or([eb('happening.estate_id', 'is', null), eb('happening.estate_id', '=', estate ?? 0)])))
    .$if(joinedBy !== undefined, some => some.where('happening.matter_id', 'in',
      eb => eb.selectFrom('matter_joiner').select('matter_joiner.matter_id')
      .where('matter_joiner.community_id', '=', db.community).where('matter_joiner.person_id', '=', joinedBy ?? 0)))
    .orderBy('happening.begins_on').orderBy('happening.id').execute()
  return rows.map(asHappening)
}

/** One of them that is not cancelled. Throws NotFound. */
export async function happeningById(db: Reader, id: number): Promise<Happening> {
  const found = await rowsOf(db).where('happening.id', '=', id).where('happening.cancelled_at', 'is', null).executeTakeFirst()
  if (!found) throw noHappening()
  return asHappening(found)
}

function rowsOf(db: Reader) {
  return db.selectFrom('happening')
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'happening.community_id')
      .onRef('organisation.id', '=', 'happening.organisation_id'))
    .leftJoin('place as estate', join => join.onRef('estate.community_id', '=', 'happening.community_id')
      .onRef('estate.id', '=', 'happening.estate_id'))
    .select(['happening.id', 'happening.organisation_id', 'organisation.name as organisation', 'happening.estate_id',
      'estate.name as estate', 'happening.matter_id',
      'happening.title', 'happening.about', 'happening.place', 'happening.begins_on', 'happening.minute', 'happening.minutes',
        'happening.rule',
      'happening.except_on', 'happening.also_on', 'happening.changed_at', 'happening.changes',
      sql<boolean>`happening.cancelled_at is not null`.as('cancelled')])
    .where('happening.community_id', '=', db.community)
}

function asHappening<Row extends { except_on: unknown, also_on: unknown }>(row: Row) {
  return { ...row, except_on: dayList.parse(row.except_on), also_on: dayList.parse(row.also_on) }
}

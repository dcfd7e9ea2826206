// The questions of the public tracking list: which open matters there are, how long each has, and who has it.
import { sql } from 'kysely'
import { at, type Reader } from '#kit/db.ts'
import { CLOCK_COLUMNS, clockOf, type Clock, type ClockRow } from '#modules/clocks/public.ts'
import { visibleTo } from '#modules/matters/visible.ts'
import { passerBy } from '#modules/people/public.ts'

/** What is asked of the list: which estate, only what is late; `page` from 1. */
export interface TrackingFilter {
  estate?: number
  late?: boolean
  page: number
}

/** How many stand on one page. */
export const TRACKED_AT_ONCE = 50

function open(estate: number | undefined) {
  return sql<{ matter_id: number, due_at: Temporal.Instant | null }>`matters_open(${estate ?? null})`.as<'open'>('open')
}

/** One page of the open public matters, the latest first; those whose clock stands still or that have none come last. */
export async function tracked(db: Reader, { estate, late, page }: TrackingFilter, now: Temporal.Instant) {
  // Everybody gets the list of somebody who did not sign in. Sorted as ids alone: the words of the fifty that are shown are fetched afterwards.
  const ids = visibleTo(db, passerBy(db.community)).innerJoin(open(estate), 'open.matter_id', 'matter.id')
    .$if(late === true, asked => asked.where('open.due_at', '<=', at(now)))
    .select(['matter.id', 'open.due_at', sql<number>`count(*) over ()`.as('total')])
    .orderBy('open.due_at', order => order.asc().nullsLast()).orderBy('matter.id')
    .limit(TRACKED_AT_ONCE).offset((page - 1) * TRACKED_AT_ONCE).as('listed')
  return db.selectFrom(ids)
    .innerJoin('matter', join => join.on('matter.community_id', '=', db.community).onRef('matter.id', '=', 'listed.id'))
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'matter.community_id').onRef('place.id', '=', 'matter.place_id'))
    .leftJoin('method', join => join.onRef('method.community_id', '=', 'matter.community_id').onRef('method.id', '=', 'matter.method_id'))
    .leftJoin('organisation', join => join.onRef('organisation.community_id', '=', 'matter.community_id').onRef('organisation.id', '=', 'matter.lead_organisation_id'))
    .leftJoinLateral(eb => eb.selectFrom('clock').select(CLOCK_COLUMNS)
      .where('clock.community_id', '=', db.community).where('clock.subject', '=', sql<string>`'matters/' || listed.id`).where('clock.ended_at', 'is', null)
      .orderBy('clock.due_at', order => order.asc().nullsLast()).limit(1).as('clock'), join => join.onTrue())
    .select(CLOCK_COLUMNS).select(['matter.id', 'matter.text', 'matter.title', 'matter.step', 'matter.pause_reason', 'matter.waits_for_resident',
      'matter.raised_at', 'place.label', 'method.source as method_source', 'organisation.name as organisation', 'listed.total'])
    .select(eb => [
      eb.selectFrom('post').select('post.kind').where('post.community_id', '=', db.community).whereRef('post.person_id', '=', 'matter.lead_id')
        .whereRef('post.organisation_id', '=', 'matter.lead_organisation_id').where('post.until', 'is', null).orderBy('post.id').limit(1).as('post'),
    ])
    .orderBy('listed.due_at', order => order.asc().nullsLast()).orderBy('matter.id').execute()
}

/** The clock of a row of `tracked`; null when none is open. */
export function clockTracked(row: Awaited<ReturnType<typeof tracked>>[number]): Clock | null {
  return hasClock(row) ? clockOf(row) : null
}

function hasClock<Row extends { subject: string | null }>(row: Row): row is Row & ClockRow {
  return row.subject !== null
}

/** How many are open, how many of those are late, and how many more are open but not public. */
export async function trackedCounts(db: Reader, { estate }: Pick<TrackingFilter, 'estate'>, now: Temporal.Instant): Promise<{ open: number, late: number, hidden: number }> {
  const seen = visibleTo(db, passerBy(db.community)).select('matter.id').as('seen')
  const counted = await db.selectFrom(open(estate)).leftJoin(seen, 'seen.id', 'open.matter_id').select(eb => [
    eb.fn.countAll<number>().as('all'), eb.fn.count<number>('seen.id').as('open'),
    eb.fn.count<number>('seen.id').filterWhere('open.due_at', '<=', at(now)).as('late'),
  ]).executeTakeFirstOrThrow()
  return { open: counted.open, late: counted.late, hidden: counted.all - counted.open }
}

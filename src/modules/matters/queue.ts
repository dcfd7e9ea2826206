// 等您办的: what waits for whoever looks: what he leads, what he was asked for, and what his posts look after.
import { sql } from 'kysely'
import { at, type Reader } from '#kit/db.ts'
import { searchQuery } from '#kit/search.ts'
import { CLOCK_COLUMNS, clockOf, type ClockRow } from '#modules/clocks/public.ts'
import { TABS, type QueueFilter, type Tab } from '#modules/matters/queue-filter.ts'
import { reaches, reachOf, type Reach } from '#modules/matters/reach.ts'
import { WHOLE } from '#modules/matters/time.ts'
import { visibleTo, within } from '#modules/matters/visible.ts'
import type { Actor } from '#modules/people/public.ts'

/** When it is, when the day ends, after which row to go on (`next` of an earlier answer), and how many rows. */
export interface Window {
  now: Temporal.Instant
  dayEnds: Temporal.Instant
  after?: string
  limit?: number
}

const LIMIT = 50

/** What waits for the actor: what is late first, then by when it is due, what is paused last; in `counts` how many there are in each part. Two statements. */
export async function queueOf(db: Reader, actor: Actor, filter: QueueFilter, window: Window) {
  const limit = window.limit ?? LIMIT
  const found = await detailed(db, actor, await reachOf(db, actor), filter, { ...window, limit: limit + 1 }).execute()
  const matching = found.filter(row => row.matches)
  const [first] = found
  const last = matching[limit - 1]
  return {
    rows: matching.slice(0, limit).map(withClock),
    counts: Object.fromEntries(TABS.map(tab => [tab, first?.[`${tab}_count`] ?? 0])) as Record<Tab, number>,
    next: last && matching.length > limit ? `${last.turn}_${last.id}` : null,
  }
}

/** One row of the queue. */
export type Waiting = Awaited<ReturnType<typeof queueOf>>['rows'][number]

type Detailed = Awaited<ReturnType<ReturnType<typeof detailed>['execute']>>[number]

function withClock({
  subject, name, place_id, counting, started_at, allowed, warn, climb, chain, used, running_since, rung, due_at, next_at, ended_at, ...row
}: Detailed) {
  const clock = { subject, name, place_id, counting, started_at, allowed, warn, climb, chain, used, running_since, rung, due_at, next_at, ended_at }
  return { ...row, clock: isThere(clock) ? clockOf(clock) : null }
}

// A matter without a clock has none of these.
function isThere(clock: { [Column in keyof ClockRow]: ClockRow[Column] | null }): clock is ClockRow {
  return clock.subject !== null
}

// The few that are shown, with all that is shown of them.
function detailed(db: Reader, actor: Actor, reach: readonly Reach[], filter: QueueFilter, window: Window & { limit: number }) {
  return db.selectFrom(listed(db, actor, reach, filter, window).as('listed'))
    .innerJoin('matter', join => join.on('matter.community_id', '=', db.community).onRef('matter.id', '=', 'listed.id'))
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'matter.community_id').onRef('place.id', '=', 'matter.place_id'))
    .leftJoin('person as lead', join => join.onRef('lead.community_id', '=', 'matter.community_id').onRef('lead.id', '=', 'matter.lead_id'))
    .leftJoin('organisation', join => join.onRef('organisation.community_id', '=', 'matter.community_id').onRef('organisation.id', '=', 'matter.lead_organisation_id'))
    .leftJoinLateral(eb => eb.selectFrom('clock').select(CLOCK_COLUMNS).where('clock.community_id', '=', db.community)
      .where('clock.subject', '=', sql<string>`'matters/' || matter.id`).where('clock.ended_at', 'is', null)
      .where('clock.name', 'in', [sql<string>`matter.step::text`, sql.lit(WHOLE)])
      .orderBy('clock.due_at').orderBy('clock.id', 'desc').limit(1).as('clock'), join => join.onTrue())
    .selectAll('listed')
    .select([...CLOCK_COLUMNS, 'matter.text', 'matter.title', 'matter.step', 'matter.track', 'matter.category', 'matter.proposed_track', 'matter.proposed_category',
      'matter.urgent', 'matter.raised_at', 'matter.accepted_at', 'matter.pause_reason', 'matter.waits_for_resident', 'matter.building_id', 'matter.estate_id',
      'place.label', 'lead.name as lead_name', 'organisation.name as organisation_name'])
    .select(eb => [
      eb.selectFrom('matter_follower').select(count => count.fn.countAll<number>().as('n'))
        .where('matter_follower.community_id', '=', db.community).whereRef('matter_follower.matter_id', '=', 'matter.id').as('followers'),
      eb.selectFrom('matter_task').select(count => count.fn.countAll<number>().as('n'))
        .where('matter_task.community_id', '=', db.community).whereRef('matter_task.matter_id', '=', 'matter.id').where('matter_task.done_at', 'is', null)
        .where(one => one.or([one('matter_task.owner_id', '=', actor.personId),
          one.and([one('matter_task.owner_id', 'is', null), one('matter_task.organisation_id', 'in', organisationsOf(actor))])])).as('tasks'),
    ])
    .orderBy('listed.matches', 'desc').orderBy('listed.turn').orderBy('listed.id')
}

// What does not match the part that is asked for comes last instead of never: so the counts come even when nothing matches.
function listed(db: Reader, actor: Actor, reach: readonly Reach[], { tab = 'all', ...filter }: QueueFilter, { now, dayEnds, after, limit }: Window & { limit: number }) {
  const parts = {
    all: sql<boolean>`true`, mine: sql<boolean>`mine`, offered: sql<boolean>`offered`, places: sql<boolean>`places`,
    late: sql<boolean>`due_at <= ${at(now)}`, today: sql<boolean>`due_at > ${at(now)} and due_at < ${at(dayEnds)}`,
    paused: sql<boolean>`paused`, unrouted: sql<boolean>`unrouted`,
  } satisfies Record<Tab, unknown>
  const matches = sql<boolean>`coalesce(${parts[tab]} and ${from(after)}, false)`
  return db.selectFrom(candidates(db, actor, reach, filter).as('waiting'))
    .where(eb => eb.or([eb('mine', '=', true), eb('offered', '=', true), eb('places', '=', true)]))
    .select(['id', 'turn', 'due_at as due', 'mine', 'offered', 'places', 'paused', 'unrouted', matches.as('matches')])
    .select(TABS.map(tab => sql<number>`count(*) filter (where ${parts[tab]}) over ()`.as(`${tab}_count` as const)))
    .orderBy(matches, 'desc').orderBy('turn').orderBy('id').limit(limit)
}

function from(after = '') {
  const [, turn, id] = /^(\d{1,16})_(\d{1,16})$/u.exec(after) ?? []
  return turn === undefined ? sql<boolean>`true` : sql<boolean>`(turn, id) > (${turn}::bigint, ${id}::bigint)`
}

// In the order of `turn`: by when it is due in milliseconds, then what has no limit, then what is paused.
const [NO_LIMIT, PAUSED] = [8e15, 9e15]

function candidates(db: Reader, actor: Actor, reach: readonly Reach[], filter: Omit<QueueFilter, 'tab'>) {
  return chosen(db, actor, filter)
    .leftJoin(helping(db, actor).as('helping'), 'helping.matter_id', 'matter.id')
    .leftJoin(dueOf(db).as('timed'), join => join.on('timed.subject', '=', sql<string>`'matters/' || matter.id`))
    .select(eb => {
      const leads = eb.or([eb('matter.lead_id', '=', actor.personId),
        eb.and([eb('matter.lead_id', 'is', null), eb('matter.lead_organisation_id', 'in', organisationsOf(actor))])])
      const accepted = eb('matter.accepted_at', 'is not', null)
      return [
        'matter.id', 'timed.due_at', eb('matter.paused_at', 'is not', null).as('paused'), eb('matter.routed_by', 'is', null).as('unrouted'),
        sql<number>`case when matter.paused_at is not null then ${sql.lit(PAUSED)}
          else coalesce(extract(epoch from timed.due_at) * 1000, ${sql.lit(NO_LIMIT)}) end::bigint`.as('turn'),
        eb.fn.coalesce(eb.or([eb.and([leads, accepted]), eb('helping.offered', '=', false)]), sql<boolean>`false`).as('mine'),
        eb.fn.coalesce(eb.or([eb.and([leads, eb.not(accepted)]), eb('helping.offered', '=', true)]), sql<boolean>`false`).as('offered'),
        sql<boolean>`${reaches(eb, reach)}`.as('places'),
      ]
    })
}

// Of the clock of the step and that of the whole way, the one that is due first.
function dueOf(db: Reader) {
  return db.selectFrom('clock').select(eb => ['subject', eb.fn.min('due_at').as('due_at')])
    .where('community_id', '=', db.community).where('ended_at', 'is', null).groupBy('subject')
}

function helping(db: Reader, actor: Actor) {
  return db.selectFrom('matter_handler').select(['matter_id', sql<boolean>`bool_and(accepted_at is null)`.as('offered')])
    .where('community_id', '=', db.community).where('ended_at', 'is', null)
    .where(eb => eb.or([eb('person_id', '=', actor.personId), eb.and([eb('person_id', 'is', null), eb('organisation_id', 'in', organisationsOf(actor))])]))
    .groupBy('matter_id')
}

// Nobody works for number 0: a list for SQL is never empty.
function organisationsOf(actor: Actor): number[] {
  return [0, ...new Set(actor.posts.map(post => post.organisation_id))]
}

function chosen(db: Reader, actor: Actor, { step, track, category, estate, building, place, words }: Omit<QueueFilter, 'tab'>) {
  const wanted = words === undefined ? null : searchQuery(words)
  return visibleTo(db, actor)
    .where('matter.withdrawn_at', 'is', null).where('matter.step', '<>', 'close').where('matter.merged_into', 'is', null)
    .where('matter.standing', 'in', ['shown', 'screened'])
    .$if(step !== undefined, asked => asked.where('matter.step', '=', step ?? 'raise'))
    .$if(track !== undefined, asked => asked.where('matter.track', '=', track ?? 'hazard'))
    .$if(category !== undefined, asked => asked.where('matter.category', '=', category ?? ''))
    .$if(estate !== undefined, asked => asked.where('matter.estate_id', '=', estate ?? 0))
    .$if(building !== undefined, asked => asked.where('matter.building_id', '=', building ?? 0))
    .$if(place !== undefined, asked => asked.where(eb => eb.or(within([place ?? 0]).map(([column, ids]) => eb(column, 'in', ids)))))
    .$if(wanted !== null, asked => asked.where('matter.id', 'in', sql<number>`(select matters_found(${wanted}))`))
}

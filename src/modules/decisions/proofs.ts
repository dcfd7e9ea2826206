// What is proven of the preparation: since when everything hangs in every building whose owners vote, and what is still open.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import type { Decision } from '#modules/decisions/decision.ts'
import type { Proven } from '#modules/law/public.ts'

/** What is posted. `committee`: the residents' committee was told. */
export const POSTED = ['roll', 'notice', 'drafts', 'candidates', 'committee', 'result'] as const
export type Posted = typeof POSTED[number]

/** A building of the vote, and since when each thing hangs there; null where it does not. */
export interface Hanging {
  readonly id: number
  readonly name: string
  readonly since: Readonly<Record<Posted, Temporal.Instant | null>>
}

type Asked = Pick<Decision, 'id' | 'estate' | 'frozen_at' | 'announced_at' | 'closed_at' | 'zone'>

/** Every building whose homes are on the roll. A posting counts from the moment in which what it shows was settled. */
export async function hangingIn(db: Reader, decision: Asked): Promise<Hanging[]> {
  // Buildings before postings: joined home by home, an estate of 20,000 would take minutes.
  const rows = await db.selectFrom(buildings(db, decision.id).as('building'))
    .leftJoin(hung(db, decision.id).as('posting'), join => join.on(on => on.or([
      on('posting.spot', '=', on.ref('building.id')), on.and([on('posting.what', '=', 'committee'), on('posting.spot', '=', decision.estate.id)]),
    ])))
    .select(['building.id', 'building.name', 'posting.what', 'posting.posted_at']).execute()
  return [...Map.groupBy(rows, row => row.id)].map(([id, own]) => ({
    id, name: own[0]?.name ?? '',
    since: Object.fromEntries(POSTED.map(what => [what, first(own.filter(row => row.what === what).flatMap(row => row.posted_at ?? []), settledAt(decision, what))])) as Hanging['since'],
  }))
}

/** The same as the law's calendar asks it. */
export async function proven(db: Reader, decision: Asked): Promise<Proven> {
  const [hanging, open] = [await hangingIn(db, decision), await openObjections(db, decision.id)]
  const everywhere = (what: Posted) => latest(hanging.map(({ since }) => since[what]), decision.zone)
  return {
    notice: everywhere('notice'), roll: everywhere('roll'), drafts: everywhere('drafts'), candidates: everywhere('candidates'), committeeTold: everywhere('committee'),
    openObjections: open, rollProblems: 0,
  }
}

// Which ones first, then their names: through row security an index is not used for what is computed.
function buildings(db: Reader, id: number) {
  const spots = db.selectFrom('decision_home')
    .innerJoin('place as home', join => join.onRef('home.community_id', '=', 'decision_home.community_id').onRef('home.id', '=', 'decision_home.home_id'))
    .select(sql<number>`coalesce(home.building_id, home.estate_id)`.as('id')).distinct()
    .where('decision_home.community_id', '=', db.community).where('decision_home.decision_id', '=', id)
  return db.selectFrom(spots.as('spot')).innerJoin('place', join => join.on('place.community_id', '=', db.community).onRef('place.id', '=', 'spot.id'))
    .select(['place.id', 'place.name'])
}

// At a door of a building it hangs in the building.
function hung(db: Reader, id: number) {
  return db.selectFrom('decision_posting')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'decision_posting.community_id').onRef('place.id', '=', 'decision_posting.place_id'))
    .select(['decision_posting.what', 'decision_posting.posted_at', sql<number>`coalesce(place.building_id, place.id)`.as('spot')])
    .where('decision_posting.community_id', '=', db.community).where('decision_posting.decision_id', '=', id)
}

function settledAt({ frozen_at, announced_at, closed_at }: Asked, what: Posted): Temporal.Instant | null {
  if (what === 'roll') return frozen_at
  return what === 'result' ? closed_at : announced_at
}

// Whoever hangs something says when to the minute, and that may be the minute in which it was settled.
function first(times: readonly Temporal.Instant[], settled: Temporal.Instant | null): Temporal.Instant | null {
  const from = settled?.round({ smallestUnit: 'minute', roundingMode: 'floor' })
  return from && times.filter(time => Temporal.Instant.compare(time, from) >= 0).toSorted(Temporal.Instant.compare)[0] || null
}

// Where one building lacks it, it does not hang everywhere.
function latest(times: readonly (Temporal.Instant | null)[], zone: string): Temporal.PlainDate | null {
  const known = times.filter(time => time !== null)
  const last = known.toSorted(Temporal.Instant.compare).at(-1)
  return last && known.length === times.length ? last.toZonedDateTimeISO(zone).toPlainDate() : null
}

async function openObjections(db: Reader, id: number): Promise<number> {
  const { count } = await db.selectFrom('decision_objection').select(eb => eb.fn.countAll<number>().as('count'))
    .where('community_id', '=', db.community).where('decision_id', '=', id).where('about', 'in', ['roll', 'notice']).where('answer', 'is', null).executeTakeFirstOrThrow()
  return count
}

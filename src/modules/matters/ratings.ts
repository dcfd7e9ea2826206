// 评: when a matter is rated, by whom, and how the stars are counted. Never a rate without its count.
import type { Standing, Step, Track } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { calendarOf, counted, startOf, type Calendar, type Limit } from '#modules/clocks/public.ts'
import { nextSteps, pathOf, type Method } from '#modules/methods/public.ts'
import type { Actor } from '#modules/people/public.ts'

/** Stars from which on nobody is asked why. */
export const LOW = 2

/** The step at which a matter of this track is rated: 评 where the method has it, or the last one before closing. */
export function ratingStep(method: Method, track: Track | null): Step {
  const path = pathOf(method, track)
  return path.includes('rate') ? 'rate' : path.at(-2) ?? 'raise'
}

/** Whether whoever is not content may send the matter back to be done again. */
export function mayBeRedone({ method, track, step }: { method: Method, track: Track | null, step: Step }): boolean {
  return nextSteps(method, track, step).includes('do')
}

// Plain days need no calendar, and the page one question less.
const PLAIN: ReadonlySet<string> = new Set(['minutes', 'hours', 'days'] satisfies Limit['unit'][])
const NO_CALENDAR: Calendar = { zone: 'UTC', versions: [] }

/** Whether nobody said anything for as long as the method waits (`silence`), since `since`; without such a limit nobody's silence counts. */
export async function silenceOver(
  db: Reader, { silence }: Pick<Method, 'silence'>, since: Temporal.Instant, now: Temporal.Instant,
): Promise<boolean> {
  if (!silence) return false
  const calendar = PLAIN.has(silence.unit) ? NO_CALENDAR : await calendarOf(db)
  const { counting, allowed } = startOf(silence, since, calendar)
  return counted(calendar, counting, since, now) >= allowed
}

/** What was said of a matter: how many gave how many stars ([1 star, … 5 stars]), the words without names, and what the actor said. */
export interface Ratings {
  stars: readonly number[]
  words: readonly { id: number, stars: number, text: string }[]
  own: { stars: number, text: string | null } | null
}

/** The rows from which `asRatings` makes them: for questions that carry them along as JSON. */
export function ratingRows(db: Reader, matterId: number) {
  return db.selectFrom('matter_rating').select(['id', 'stars', 'text', 'person_id', 'standing'])
    .where('community_id', '=', db.community).where('matter_id', '=', matterId).orderBy('id')
}

/** The ratings as this actor sees them. `asRaiser`: the receipt was shown. */
export function asRatings(
  rows: readonly { id: number, stars: number, text: string | null, person_id: number | null, standing: Standing }[],
  actor: Actor, { raiser_id }: { raiser_id: number | null }, asRaiser: boolean,
): Ratings {
  const own = rows.find(row => (row.person_id !== null && row.person_id === actor.personId) || (asRaiser && row.person_id === raiser_id))
  return {
    stars: starCounts(rows.map(row => row.stars)),
    words: rows.flatMap(({ id, stars, text, standing }) => text && standing === 'shown' ? [{ id, stars, text }] : []),
    own: own ? { stars: own.stars, text: own.text } : null,
  }
}

/** How many gave one star, two stars … five. */
export function starCounts(stars: readonly number[]): number[] {
  return [1, 2, 3, 4, 5].map(number => stars.filter(one => one === number).length)
}

/** The mean with one decimal and how many said so; null where nobody did. */
export function rateOf(counts: readonly number[]): { mean: string, count: number } | null {
  const count = counts.reduce((sum, n) => sum + n, 0)
  const total = counts.reduce((sum, n, i) => sum + n * (i + 1), 0)
  return count === 0 ? null : { mean: (Math.round(total * 10 / count) / 10).toFixed(1), count }
}

/** Whether the actor has the same trouble (follows), for who may rate and reopen. */
export async function waitsFor(db: Reader, matterId: number, actor: Actor): Promise<boolean> {
  if (actor.personId === null) return false
  const row = await db.selectFrom('matter_follower').select('person_id')
    .where('community_id', '=', db.community).where('matter_id', '=', matterId).where('person_id', '=', actor.personId).executeTakeFirst()
  return row !== undefined
}

/** Closed matters of the raiser of which he was asked whether they held, and did not answer. One statement. */
export async function askedWhetherHeld(db: Reader, actor: Actor) {
  if (actor.personId === null) return []
  return db.selectFrom('matter_check')
    .innerJoin('matter', join => join.onRef('matter.community_id', '=', 'matter_check.community_id').onRef('matter.id', '=', 'matter_check.matter_id'))
    .select(['matter.id', 'matter.text', 'matter.title', 'matter.closed_at'])
    .where('matter_check.community_id', '=', db.community).where('matter_check.answered_at', 'is', null)
    .where('matter.community_id', '=', db.community).where('matter.raiser_id', '=', actor.personId)
    .orderBy('matter.id', 'desc').limit(3).execute()
}

// An errand: what neighbours ask of each other and offer. Kinds, how long it stands, when the clock does something. Pure.
import type { ErrandEnd, ErrandSide, Standing } from '#db/tables.ts'

/** What it is about, in the order in which it is shown; words in `errandKindText`. */
export const KINDS = ['shopping', 'parcel', 'child', 'company', 'pet', 'home', 'carry', 'lend', 'ride', 'teach', 'other'] as const
export type ErrandKind = (typeof KINDS)[number]

/** How far it is told when nobody takes it, one after the other. */
export const REACHES = ['building', 'estate', 'grid'] as const
export type Reach = (typeof REACHES)[number]

/** What the rules look at. */
export interface Errand {
  readonly id: number
  readonly side: ErrandSide
  readonly by_id: number | null
  readonly standing: Standing
  readonly made_at: Temporal.Instant
  readonly until_at: Temporal.Instant
  readonly taken_by: number | null
  readonly taken_at: Temporal.Instant | null
  readonly finished_at: Temporal.Instant | null
  readonly reach: number
  readonly ended_at: Temporal.Instant | null
  readonly ended_how: ErrandEnd | null
}

/** How long it may stand ahead. */
export const LONGEST = Temporal.Duration.from({ hours: 14 * 24 })

/** How soon it may end at the earliest: somebody must have time to come. */
export const SHORTEST = Temporal.Duration.from({ minutes: 10 })

/** How long words and people stay after the end; then the figures remain. */
export const KEPT = Temporal.Duration.from({ hours: 30 * 24 })

/** How long one that was taken waits, after its time, for somebody to say that it is done. */
export const UNCONFIRMED = Temporal.Duration.from({ hours: 3 * 24 })

/** How many errands one person may have open at the same time, of either side. */
export const MOST_OPEN = 10

/** In the last two hours, or in the time that there is where that is less, it is told further: three, two and one quarter before the end. */
const ALARM_MINUTES = 120

/** When it is told to the building, to the estate, and to the grid worker. */
export function reachesAt({ made_at, until_at }: Pick<Errand, 'made_at' | 'until_at'>): Temporal.Instant[] {
  const seconds = Math.min(made_at.until(until_at).total('seconds'), ALARM_MINUTES * 60)
  const quarter = Math.floor(seconds / (REACHES.length + 1))
  return REACHES.map((_, i) => until_at.subtract({ seconds: quarter * (REACHES.length - i) }))
}

/** What the clock does next with it, and when; null: nothing. */
export function nextOf(errand: Pick<Errand, 'side' | 'made_at' | 'until_at' | 'taken_by' | 'reach' | 'standing' | 'ended_at'>): Temporal.Instant | null {
  if (errand.ended_at !== null) return null
  if (errand.taken_by !== null) return errand.until_at.add(UNCONFIRMED)
  const tells = errand.side === 'ask' && errand.standing === 'shown'
  return tells ? reachesAt(errand)[errand.reach] ?? errand.until_at : errand.until_at
}

/** The same as a column holds it. */
export function nextAt(errand: Parameters<typeof nextOf>[0]): string | null {
  return nextOf(errand)?.toString() ?? null
}

/** How it stands now: what a list and a page say of it. */
export function standsAs(errand: Pick<Errand, 'taken_by' | 'finished_at' | 'until_at' | 'ended_how'>, now: Temporal.Instant) {
  if (errand.ended_how !== null) return errand.ended_how
  if (errand.finished_at !== null) return 'finished'
  if (errand.taken_by !== null) return 'taken'
  return Temporal.Instant.compare(errand.until_at, now) > 0 ? 'open' : 'past'
}

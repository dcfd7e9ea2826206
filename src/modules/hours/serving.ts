// A serving: one time at which something was served. Its figures and what may be written of it. Pure.
import type { ServingProof } from '#db/tables.ts'

/** How a serving is written down: minutes really served, without the way there. */
export interface NewServing {
  /** The id of a project: see `projectNamed`. */
  readonly project: number
  /** As in the journal, such as calls/12; null: it was written down by hand and is about nothing but itself. */
  readonly about: string | null
  readonly placeId: number | null
  /** How many people were served. */
  readonly served: number
  readonly proof: ServingProof
  readonly began: Temporal.Instant
  readonly ended: Temporal.Instant
  /** Null: the house itself, from check-in and check-out. */
  readonly recordedBy: number | null
  readonly now: Temporal.Instant
  readonly people: readonly Served[]
  readonly content?: string
  readonly quality?: string
  readonly head?: number | null
}

/** One who served in it; his own time there, where it was not the whole. */
export interface Served {
  readonly person: number
  readonly minutes: number
  readonly began?: Temporal.Instant
  readonly ended?: Temporal.Instant
}

/** No serving is longer than a day: what goes on longer is several. */
export const LONGEST = 1440

/** How many minutes lie between, begun ones counted whole: nobody served longer than the serving lasted. */
export function lasted(began: Temporal.Instant, ended: Temporal.Instant): number {
  return Math.ceil((ended.epochMilliseconds - began.epochMilliseconds) / 60_000)
}

/** Minutes as hours to one decimal, half a tenth (3 minutes) up: 75 is 1.3. Sums are rounded once, from their minutes. */
export function hoursOf(minutes: number): string {
  return (Math.round(minutes / 6) / 10).toFixed(1)
}

// A clock: how long something may take, what has counted of it, and who is told when. Pure.
import type { Counting } from '#db/tables.ts'
import type { Calendar } from '#modules/clocks/calendar.ts'
import { counted, whenCounted } from '#modules/clocks/work-time.ts'

/** All amounts are counted milliseconds. */
export interface Clock {
  /** As in the journal: matters/83. */
  readonly subject: string
  /** One of its name is open for a subject. */
  readonly name: string
  readonly place: number | null
  readonly startedAt: Temporal.Instant
  readonly counting: Counting
  readonly allowed: number
  /** So much before the end somebody is warned; null for no warning. */
  readonly warn: number | null
  /** So much between two rungs; null when nobody above is told. */
  readonly climb: number | null
  /** Kinds of post, lowest first. */
  readonly chain: readonly string[]
  /** What counted until `runningSince`, or in all when it is paused or ended. */
  readonly used: number
  readonly runningSince: Temporal.Instant | null
  /** 0 nothing said yet, 1 warned, 2 alarm given, 3 and more climbed to chain[rung - 3]. */
  readonly rung: number
  /** When the limit is reached if nothing pauses it; null while paused, and of an ended clock that kept its limit. */
  readonly dueAt: Temporal.Instant | null
  /** When somebody must be told next. */
  readonly nextAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
}

/** What is said to somebody: soon, now, or nothing moves. */
export type Level = 'warn' | 'alarm' | 'climb'

export const [WARNED, ALARMED] = [1, 2]

/** The millisecond in which an instant is written down: PostgreSQL keeps microseconds, and both must fall into the same one. */
export function kept(at: Temporal.Instant): Temporal.Instant {
  const stored = at.round({ smallestUnit: 'microsecond', roundingMode: 'halfEven' })
  return Temporal.Instant.fromEpochMilliseconds(stored.epochMilliseconds)
}

/** What has counted until an instant; the host's clock may have been set back, time never runs backwards here. */
export function usedAt(clock: Clock, at: Temporal.Instant, calendar: Calendar): number {
  return clock.runningSince ? clock.used + counted(calendar, clock.counting, clock.runningSince, at) : clock.used
}

/** The clock with its due time and its next call by this calendar. */
export function timed(clock: Clock, calendar: Calendar): Clock {
  const { runningSince, counting, allowed, used } = clock
  if (!runningSince) return { ...clock, dueAt: null, nextAt: null }
  const when = (amount: number) => whenCounted(calendar, counting, runningSince, amount - used)
  const next = nextAmount(clock)
  return { ...clock, dueAt: when(allowed), nextAt: next === null ? null : when(next) }
}

// How much has counted when somebody must be told next; null when nobody is left.
function nextAmount({ rung, allowed, warn, climb, chain }: Clock): number | null {
  if (rung < WARNED && warn !== null && warn < allowed) return allowed - warn
  if (rung < ALARMED) return allowed
  return climb !== null && rung - ALARMED < chain.length ? allowed + climb * (rung - ALARMED + 1) : null
}

/** What must be said at `now`, or null. A warning that comes after its deadline is left out: then it is the alarm. */
export function levelDue(clock: Pick<Clock, 'rung' | 'dueAt' | 'nextAt'>, now: Temporal.Instant): Level | null {
  if (!clock.nextAt || !clock.dueAt || isAfter(clock.nextAt, now)) return null
  if (clock.rung >= ALARMED) return 'climb'
  return isAfter(clock.dueAt, now) ? 'warn' : 'alarm'
}

/** Since when an open clock is over its limit; null when it is not, or paused. */
export function lateSince(clock: Pick<Clock, 'dueAt' | 'endedAt'>, now: Temporal.Instant): Temporal.Instant | null {
  return clock.endedAt || !clock.dueAt || isAfter(clock.dueAt, now) ? null : clock.dueAt
}

function isAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0
}

// 一月一会议: on which dates a council meets, and which of them were missed (S3-16). Pure.
import { datesOf, type Series } from '#kit/calendar-files/recurrence.ts'

/** The rhythm as it is stored; times are those of the community's clock. */
export interface Cadence {
  readonly begins_on: string
  readonly minute: number
  readonly rule: string | null
}

/** A session as far as the rhythm asks. */
export interface Held {
  readonly begins_at: Temporal.Instant
  readonly opened: boolean
  readonly cancelled: boolean
}

/** So long after its date nobody can say any more that it is about to begin. */
const PATIENCE = { hours: 24 }
/** What was missed longer ago is told to nobody. */
const LOOK_BACK = { days: 62 }
const MOST = 400
/** A session before the first date that is asked for belongs to it when it is no farther away. */
const FARTHEST = 16 * 86_400_000
/** A rhythm of hours or minutes is none that people can keep. */
const DAYS = /^FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)\b(?!.*BY(?:HOUR|MINUTE|SECOND))/u

/** The next dates, at most so many, within a year. */
export function comingDates(cadence: Cadence, zone: string, now: Temporal.Instant, most: number): Temporal.ZonedDateTime[] {
  if (cadence.rule === null) return []
  return given(cadence, zone, { from: now, until: now.toZonedDateTimeISO(zone).add({ years: 1 }).toInstant(), most })
}

/** Whether a rule gives dates from this first day on. */
export function givesDates(cadence: Cadence, zone: string): boolean {
  const { start } = seriesOf(cadence, zone)
  return DAYS.test(cadence.rule ?? '') && given(cadence, zone, { from: start.toInstant(), until: start.add({ years: 2 }).toInstant(), most: 2 }).length > 0
}

/**
 * The dates that passed without a session, such as 2026-11-21, since the rhythm was made. A session belongs to the date that is nearest to
 * it, so one that was moved by some days keeps its date. One that was called but never opened was not held.
 */
export function missedDates(cadence: Cadence, zone: string, sessions: readonly Held[], { since, now }: Record<'since' | 'now', Temporal.Instant>): string[] {
  if (cadence.rule === null) return []
  const here = now.toZonedDateTimeISO(zone)
  const earliest = here.subtract(LOOK_BACK).toInstant()
  // Somewhat earlier than what is asked, so that a session finds the date to which it belongs.
  const from = later(since, here.subtract(LOOK_BACK).subtract(LOOK_BACK).toInstant())
  const dates = given(cadence, zone, { from, until: here.add(LOOK_BACK).toInstant(), most: MOST })
  const kept = new Set(sessions.filter(one => !one.cancelled && (one.opened || Temporal.Instant.compare(one.begins_at.add(PATIENCE), now) > 0))
    .map(one => nearest(dates, one.begins_at)))
  return dates.filter(date => !kept.has(date) && Temporal.Instant.compare(date.toInstant().add(PATIENCE), now) <= 0
    && Temporal.Instant.compare(date.toInstant(), earliest) >= 0).map(date => date.toPlainDate().toString())
}

// Of two that are equally near the earlier one: it is the one that waits.
function nearest(dates: readonly Temporal.ZonedDateTime[], to: Temporal.Instant): Temporal.ZonedDateTime | undefined {
  const distance = (date: Temporal.ZonedDateTime) => Math.abs(date.epochMilliseconds - to.epochMilliseconds)
  const [first] = dates
  if (first && first.epochMilliseconds - to.epochMilliseconds > FARTHEST) return undefined
  return dates.reduce<Temporal.ZonedDateTime | undefined>((best, date) => best && distance(best) <= distance(date) ? best : date, undefined)
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) > 0 ? a : b
}

function given(cadence: Cadence, zone: string, window: Parameters<typeof datesOf>[1]): Temporal.ZonedDateTime[] {
  try {
    return datesOf(seriesOf(cadence, zone), window)
  } catch (error) {
    // One rule that takes too long must not take the page away.
    if (error instanceof RangeError) return []
    throw error
  }
}

function seriesOf({ begins_on, minute, rule }: Cadence, zone: string): Series {
  const start = Temporal.PlainDate.from(begins_on).toPlainDateTime().add({ minutes: minute }).toZonedDateTime(zone)
  return { start, wholeDay: false, rule, except: [], extra: [] }
}

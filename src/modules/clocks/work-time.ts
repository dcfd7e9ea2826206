// Working time: how much lies between two instants, and when so much has been worked. Pure; microseconds of work.
import type { Counting } from '#db/tables.ts'
import type { Calendar } from '#modules/clocks/calendar.ts'
import { yearAt, yearOf, type Year } from '#modules/clocks/year.ts'

/** Nobody sets a limit that reaches further; without an end, a calendar without hours would be searched for ever. */
const FARTHEST = 60

/** Milliseconds of working time from one instant to a later one; 0 when it is not later. */
export function worked(calendar: Calendar, from: Temporal.Instant, to: Temporal.Instant): number {
  const [begin, end] = [from.epochMilliseconds, to.epochMilliseconds]
  if (end <= begin) return 0
  const [first, last] = [yearAt(calendar, begin), yearAt(calendar, end)]
  let sum = workedIn(yearOf(calendar, last), end) - workedIn(yearOf(calendar, first), begin)
  for (let year = first; year < last; year++) sum += yearOf(calendar, year).total
  return sum
}

/** The first instant at which so many milliseconds have been worked since `from`; `from` itself, to the millisecond, for none. */
export function after(calendar: Calendar, from: Temporal.Instant, milliseconds: number): Temporal.Instant {
  const begin = from.epochMilliseconds
  if (milliseconds <= 0) return Temporal.Instant.fromEpochMilliseconds(begin)
  const first = yearAt(calendar, begin)
  let left = milliseconds + workedIn(yearOf(calendar, first), begin)
  for (let number = first; number <= first + FARTHEST; number++) {
    const year = yearOf(calendar, number)
    if (left <= year.total) return Temporal.Instant.fromEpochMilliseconds(reached(year, left))
    left -= year.total
  }
  throw new RangeError(`the calendar has not so much working time within ${FARTHEST} years`)
}

/** Milliseconds that count from one instant to a later one, in either way of counting. */
export function counted(calendar: Calendar, counting: Counting, from: Temporal.Instant, to: Temporal.Instant): number {
  return counting === 'working' ? worked(calendar, from, to) : Math.max(0, to.epochMilliseconds - from.epochMilliseconds)
}

/** The first instant at which so many milliseconds have counted since `from`. */
export function whenCounted(calendar: Calendar, counting: Counting, from: Temporal.Instant, milliseconds: number): Temporal.Instant {
  return counting === 'working' ? after(calendar, from, milliseconds)
    : Temporal.Instant.fromEpochMilliseconds(from.epochMilliseconds + Math.max(0, milliseconds))
}

/** A day on which somebody works, from midnight to midnight. */
export interface WorkingDay {
  readonly begins: Temporal.Instant
  readonly ends: Temporal.Instant
}

/** The working day at an instant: that day if people work later on it, else the next on which they do; or so many working days later. */
export function workingDay(calendar: Calendar, at: Temporal.Instant, later = 0): WorkingDay {
  const soon = after(calendar, at, 1).epochMilliseconds
  let number = yearAt(calendar, soon)
  let year = yearOf(calendar, number)
  let i = last(year.days, soon) + later
  while (i >= year.days.length) {
    i -= year.days.length
    year = yearOf(calendar, ++number)
    if (number > yearAt(calendar, soon) + FARTHEST) throw new RangeError(`the calendar has too few working days within ${FARTHEST} years`)
  }
  const [begins, ends] = [year.days[i] ?? 0, year.nights[i] ?? 0]
  return { begins: Temporal.Instant.fromEpochMilliseconds(begins), ends: Temporal.Instant.fromEpochMilliseconds(ends) }
}

/** How many working days begin after the first instant and before the second. */
export function workingDaysBetween(calendar: Calendar, from: Temporal.Instant, to: Temporal.Instant): number {
  const [begin, end] = [from.epochMilliseconds, to.epochMilliseconds - 1]
  if (end <= begin) return 0
  const [first, final] = [yearAt(calendar, begin), yearAt(calendar, end)]
  let sum = last(yearOf(calendar, final).days, end) - last(yearOf(calendar, first).days, begin)
  for (let year = first; year < final; year++) sum += yearOf(calendar, year).days.length
  return sum
}

// What is worked in the year before the instant.
function workedIn(year: Year, at: number): number {
  const i = last(year.from, at)
  if (i < 0) return 0
  return (year.before[i] ?? 0) + Math.min(at, year.to[i] ?? 0) - (year.from[i] ?? 0)
}

// The instant at which so much of the year's work is done.
function reached(year: Year, milliseconds: number): number {
  // A span that ends exactly there is meant, not the one that begins after the break.
  const i = last(year.before, milliseconds - 1)
  return (year.from[i] ?? 0) + milliseconds - (year.before[i] ?? 0)
}

// The last place in an ascending list whose value is at most the wanted one; -1 before the first.
function last(list: readonly number[], wanted: number): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle] ?? 0) <= wanted) low = middle + 1
    else high = middle
  }
  return low - 1
}

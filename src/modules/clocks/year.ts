// The working time of a whole year as a table, so that any span is measured by two look-ups. Pure; remembers what it worked out.
import { spansOn, type Calendar } from '#modules/clocks/calendar.ts'

/** The working spans of a year in epoch milliseconds, in order, with what was worked in the year before each. */
export interface Year {
  readonly starts: number
  readonly ends: number
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly before: readonly number[]
  readonly total: number
  /** The midnights at which the days begin on which somebody works, and those at which they end. */
  readonly days: readonly number[]
  readonly nights: readonly number[]
}

const DAY = 86_400_000
const MINUTE = 60_000
const KEPT = 200

// Most communities keep the same hours, and read their calendar anew for every act: what is equal shares its years.
const shared = new Map<string, Map<number, Year>>()
const known = new WeakMap<Calendar, Map<number, Year>>()

/** The year that an instant (epoch milliseconds) lies in, where the calendar's clocks are read. */
export function yearAt(calendar: Calendar, at: number): number {
  const year = new Date(at).getUTCFullYear()
  if (at < yearOf(calendar, year).starts) return year - 1
  return at >= yearOf(calendar, year).ends ? year + 1 : year
}

/** The table of a year. */
export function yearOf(calendar: Calendar, year: number): Year {
  const years = known.get(calendar) ?? remember(calendar)
  const there = years.get(year)
  if (there) return there
  const made = make(calendar, year)
  years.set(year, made)
  return made
}

function remember(calendar: Calendar): Map<number, Year> {
  const key = JSON.stringify(calendar)
  if (shared.size >= KEPT) shared.clear()
  const years = shared.get(key) ?? new Map<number, Year>()
  shared.set(key, years)
  known.set(calendar, years)
  return years
}

function make(calendar: Calendar, year: number): Year {
  const made = { from: [] as number[], to: [] as number[], before: [] as number[], total: 0, days: [] as number[], nights: [] as number[] }
  let date = new Temporal.PlainDate(year, 1, 1)
  const starts = midnight(calendar, date)
  let begins = starts
  while (date.year === year) {
    const next = date.add({ days: 1 })
    const ends = midnight(calendar, next)
    const spans = spansOn(calendar, date)
    if (spans.length > 0) {
      made.days.push(begins)
      made.nights.push(ends)
    }
    for (const span of spans) {
      // A span in the hour that summer time skips begins where the one before it ended.
      const from = Math.max(instant(calendar, date, span[0], begins, ends), made.to.at(-1) ?? 0)
      const to = Math.max(instant(calendar, date, span[1], begins, ends), from)
      made.from.push(from)
      made.to.push(to)
      made.before.push(made.total)
      made.total += to - from
    }
    date = next
    begins = ends
  }
  return { starts, ends: begins, ...made }
}

function midnight({ zone }: Calendar, date: Temporal.PlainDate): number {
  return date.toZonedDateTime(zone).epochMilliseconds
}

// A day of 24 hours needs no time zone; on a day of 23 or 25 each minute is looked up.
function instant({ zone }: Calendar, date: Temporal.PlainDate, minute: number, begins: number, ends: number): number {
  if (ends - begins === DAY) return begins + minute * MINUTE
  if (minute === 1440) return ends
  const plainTime = new Temporal.PlainTime(Math.floor(minute / 60), minute % 60)
  return date.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds
}

// The days to come that are not as the week says: holidays, make-up days and own days. Pure.
import { spansOn, versionOn, type Calendar, type Span } from '#modules/clocks/calendar.ts'
import { announced, holidayOn, type Holiday } from '#modules/clocks/holidays.ts'

/** Days in a row of the same kind; `holiday` is null for own days, `spans` is what is worked on each. */
export interface Coming {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
  readonly holiday: Holiday | null
  readonly spans: readonly Span[]
}

/** From a date on, so many days; in order. */
export function comingDays(calendar: Calendar, from: Temporal.PlainDate, days: number): Coming[] {
  const found: Coming[] = []
  for (let i = 0; i < days; i++) {
    const date = from.add({ days: i })
    const day = special(calendar, date)
    if (!day) continue
    const before = found.at(-1)
    if (before && before.to.add({ days: 1 }).equals(date) && alike(before, day)) found[found.length - 1] = { ...before, to: date }
    else found.push(day)
  }
  return found
}

function special(calendar: Calendar, date: Temporal.PlainDate): Coming | null {
  const { days, holidays } = versionOn(calendar, date.toString())
  const own = days[date.toString()]
  const holiday = own || holidays === 'none' ? null : holidayOn(date.toString())
  return own || holiday ? { from: date, to: date, holiday, spans: spansOn(calendar, date) } : null
}

function alike(one: Coming, other: Coming): boolean {
  return one.holiday?.name.zh === other.holiday?.name.zh && one.holiday?.work === other.holiday?.work
    && String(one.spans) === String(other.spans)
}

/** The years within so many days whose holidays nobody has announced yet; none where holidays are not followed. */
export function unknownYears(calendar: Calendar, from: Temporal.PlainDate, days: number): number[] {
  const to = from.add({ days })
  if (versionOn(calendar, to.toString()).holidays === 'none') return []
  return [...new Set([from.year, to.year])].filter(year => !announced(year))
}

// The working calendar of a community: when people work there. Pure.
import { holidayOn } from '#modules/clocks/holidays.ts'

/** A piece of a working day in minutes since midnight: [510, 720] is 8:30 to 12:00; 1440 is the midnight at its end. */
export type Span = readonly [from: number, to: number]

/** The hours that hold from a day on. */
export interface Version {
  /** A date such as 2026-11-23. */
  readonly validFrom: string
  /** Seven lists, Monday first; in each the spans in order, not overlapping. */
  readonly week: readonly (readonly Span[])[]
  /** Whether the State Council's holidays and make-up days count. */
  readonly holidays: 'cn' | 'none'
  /** Own days by date, before everything else: the spans worked, none for a day off. */
  readonly days: Readonly<Record<string, readonly Span[]>>
}

/** Where the clocks are read, and the versions in order; before the first one the usual hours hold. Never changed, only replaced. */
export interface Calendar {
  readonly zone: string
  readonly versions: readonly Version[]
}

const USUAL_DAY: readonly Span[] = [[510, 720], [870, 1050]]

/** What holds where nobody said anything: Monday to Friday 8:30-12:00 and 14:30-17:30. */
export const USUAL: Version = {
  validFrom: '0001-01-01', week: [USUAL_DAY, USUAL_DAY, USUAL_DAY, USUAL_DAY, USUAL_DAY, [], []], holidays: 'cn', days: {},
}

/** The version that holds on a date. */
export function versionOn(calendar: Calendar, date: string): Version {
  return calendar.versions.findLast(version => version.validFrom <= date) ?? USUAL
}

/** The working spans of a date. A make-up day on a day without hours has those of the week's first working day. */
export function spansOn(calendar: Calendar, date: Temporal.PlainDate): readonly Span[] {
  const name = date.toString()
  const { week, holidays, days } = versionOn(calendar, name)
  const own = days[name]
  if (own) return own
  const usual = week[date.dayOfWeek - 1] ?? []
  const holiday = holidays === 'cn' ? holidayOn(name) : null
  if (!holiday) return usual
  if (!holiday.work) return []
  return usual.length > 0 ? usual : week.find(spans => spans.length > 0) ?? []
}

/** The date of an instant in the calendar's time zone. */
export function dateOf(calendar: Calendar, at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(calendar.zone).toPlainDate()
}

// The parts of a recurrence rule, and what RFC 5545 3.3.10 says of them that the library leaves out. Pure.

/** The parts by name, such as FREQ and BYDAY, in order. */
export type Parts = ReadonlyMap<string, string>

const SUB_DAY = ['BYHOUR', 'BYMINUTE', 'BYSECOND']
const PART = /^[A-Z-]{2,20}=[A-Z0-9+,TZ-]{1,500}$/u

/** The parts of a rule as it is meant for this start. Throws RangeError for what is none. */
export function partsOf(rule: string, start: Temporal.ZonedDateTime, wholeDay: boolean): Parts {
  const written = rule.toUpperCase().split(';').filter(part => part !== '')
  if (!written.every(part => PART.test(part))) throw new RangeError('not a rule')
  const parts = new Map(written.map(part => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]))
  if (!parts.has('FREQ')) throw new RangeError('not a rule')
  // “MUST be ignored when DTSTART has a DATE value type.”
  if (wholeDay) for (const part of SUB_DAY) parts.delete(part)
  // “Information not contained in the rule … is derived from DTSTART”: a day of the month alone means the month of the start.
  if (parts.get('FREQ') === 'YEARLY' && parts.has('BYMONTHDAY')
    && !['BYMONTH', 'BYWEEKNO', 'BYYEARDAY', 'BYDAY'].some(part => parts.has(part))) {
    parts.set('BYMONTH', String(start.month))
  }
  const until = parts.get('UNTIL')
  if (until !== undefined) parts.set('UNTIL', untilInUtc(until, start.timeZoneId))
  return parts
}

/** The rule again. */
export function ruleText(parts: Parts): string {
  return [...parts].map(([name, value]) => `${name}=${value}`).join(';')
}

/** Whether a day lies on one of the weekdays and in one of the weeks that a yearly rule names, in a year of its interval. */
export function isInIts(day: Temporal.PlainDate, parts: Parts, start: Temporal.PlainDate): boolean {
  const interval = Number(parts.get('INTERVAL') ?? 1)
  const year = yearIn(day, parts)
  // A start that is none of its own dates, which the RFC leaves open, counts by the calendar, as in libical.
  return year !== null && (year - (yearIn(start, parts) ?? start.year)) % interval === 0
}

const NAMES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

// The year to which a day belongs by the rule; null where it lies on another weekday or in another week.
function yearIn(day: Temporal.PlainDate, parts: Parts): number | null {
  const weekdays = parts.get('BYDAY')?.split(',')
  if (weekdays && !weekdays.includes(NAMES[day.dayOfWeek - 1] ?? '')) return null
  const weeks = parts.get('BYWEEKNO')?.split(',').map(Number)
  if (!weeks) return day.year
  const week = weekOf(day, NAMES.indexOf(parts.get('WKST') ?? 'MO'))
  return weeks.some(number => number === week.number || number === week.number - week.of - 1) ? week.year : null
}

/**
 * The week of a day: the first one of a year is the first that has at least four of its days. `first`: the day on which weeks begin, 0 for
 * Monday.
 */
function weekOf(day: Temporal.PlainDate, first: number): { year: number, number: number, of: number } {
  const begins = day.subtract({ days: (day.dayOfWeek - 1 - first + 7) % 7 })
  const { year } = begins.add({ days: 3 })
  const opening = firstWeek(year, first)
  return { year, number: begins.since(opening).days / 7 + 1, of: firstWeek(year + 1, first).since(opening).days / 7 }
}

function firstWeek(year: number, first: number): Temporal.PlainDate {
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 })
  return fourth.subtract({ days: (fourth.dayOfWeek - 1 - first + 7) % 7 })
}

// A time without a zone is meant where the start is; the library asks for UTC.
function untilInUtc(until: string, zone: string): string {
  if (!/^\d{8}T\d{6}$/u.test(until)) return until
  const utc = Temporal.PlainDateTime.from(until).toZonedDateTime(zone).withTimeZone('UTC').toPlainDateTime()
  return `${utc.toString({ smallestUnit: 'second' }).replace(/[-:]/gu, '')}Z`
}

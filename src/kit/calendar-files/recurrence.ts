// The dates that a recurrence rule gives (RFC 5545 3.3.10), by rrule-temporal; what that library does otherwise than the RFC is put right
// here.
import { RRuleTemporal } from 'rrule-temporal'
import { isInIts, partsOf, ruleText, type Parts } from './rule.ts'

/**
 * Something that happens again and again. Dates with a time are read in the zone of `start`, so that they keep their hour in summer and
 * winter.
 */
export interface Series {
  readonly start: Temporal.ZonedDateTime
  /** Whole days: the rule says nothing of hours. */
  readonly wholeDay: boolean
  /** Such as FREQ=WEEKLY;BYDAY=SA; null for what happens once. */
  readonly rule: string | null
  /** Left out (EXDATE). */
  readonly except: readonly Temporal.ZonedDateTime[]
  /** Besides (RDATE). */
  readonly extra: readonly Temporal.ZonedDateTime[]
}

/** Which dates are asked for: those from `from` on and before `until`, at most so many. */
export interface Window {
  readonly from: Temporal.Instant
  readonly until: Temporal.Instant
  readonly most: number
}

// The library ends with an error where a rule would keep it busy longer than this.
const LIMITS = { maxIterations: 30_000, maxCandidateEvaluations: 200_000 }
const YEAR = 366 * 86_400_000

/** The dates of a series within a window, in order. Throws RangeError for a rule that says nothing sensible, or would take too long. */
export function datesOf(series: Series, { from, until, most }: Window): Temporal.ZonedDateTime[] {
  const without = new Set(series.except.map(date => date.epochMilliseconds))
  const within = (date: Temporal.ZonedDateTime) => date.epochMilliseconds >= from.epochMilliseconds
    && date.epochMilliseconds < until.epochMilliseconds
  const ruled = series.rule === null ? [series.start] : ruledDates(series, series.rule, { from, until, most: most + without.size })
  const all = new Map([...ruled, ...series.extra].filter(date => within(date) && !without.has(date.epochMilliseconds))
    .map(date => [date.epochMilliseconds, date]))
  return [...all.values()].sort(Temporal.ZonedDateTime.compare).slice(0, most)
}

function ruledDates({ start, wholeDay }: Series, rule: string, window: Window): Temporal.ZonedDateTime[] {
  const parts = partsOf(rule, start, wholeDay)
  const { asked, years } = byDays(parts, start)
  const { count, until } = years ? bounds(parts, start) : { count: Infinity, until: null }
  const found: Temporal.ZonedDateTime[] = []
  let given = 0
  each(asked, start, { from: count === Infinity ? window.from : start.toInstant(), until: window.until }, date => {
    if (date.epochMilliseconds >= window.until.epochMilliseconds
      || (until && date.epochMilliseconds > until.epochMilliseconds)) return false
    if (years && !years(date)) return true
    given++
    if (date.epochMilliseconds >= window.from.epochMilliseconds) found.push(date)
    return given < count && found.length < window.most
  })
  return found
}

const OFTEN: ReadonlySet<string> = new Set(['SECONDLY', 'MINUTELY', 'HOURLY'])

// Shows `see` one date after another until it has seen enough.
function each(parts: Parts, start: Temporal.ZonedDateTime, span: Pick<Window, 'from' | 'until'>,
  see: (date: Temporal.ZonedDateTime) => boolean): void {
  const wall = start.toPlainDateTime().toString({ smallestUnit: 'second' }).replace(/[-:]/gu, '')
  try {
    const rule = new RRuleTemporal({ rruleString: `DTSTART;TZID=${start.timeZoneId}:${wall}\nRRULE:${ruleText(parts)}`, temporal: Temporal,
      cache: false, ...LIMITS })
    // What counts has to be counted from its first date on; everything else can be asked about any time at once.
    if (parts.has('COUNT') || OFTEN.has(parts.get('FREQ') ?? '')) rule.all(see)
    else piecewise(rule, start, span, see)
  } catch (error) {
    throw new RangeError('not a rule that gives dates', { cause: error })
  }
}

// A year first, then two, then four: what comes daily is not made for a century when three dates are wanted.
function piecewise(rule: RRuleTemporal, start: Temporal.ZonedDateTime, { from, until }: Pick<Window, 'from' | 'until'>,
  see: (date: Temporal.ZonedDateTime) => boolean): void {
  const zoned = (milliseconds: number) => Temporal.Instant.fromEpochMilliseconds(milliseconds).toZonedDateTimeISO(start.timeZoneId)
  const end = until.epochMilliseconds
  let length = YEAR
  for (let begin = Math.max(from.epochMilliseconds, start.epochMilliseconds); begin < end; begin += length, length *= 2) {
    if (!rule.between(zoned(begin), zoned(Math.min(begin + length, end) - 1), true).every(see)) return
  }
}

interface ByDays {
  asked: Parts
  /** Whether a date lies in a year of the interval and is one of the rule; null where the library needs no help. */
  years: ((date: Temporal.ZonedDateTime) => boolean) | null
}

// Weeks belong to the year of most of their days (ISO 8601, for any first day of the week: 3.3.10, BYWEEKNO), which need not be that of the
// calendar; and days of the year are limited by days of the week. The library sees neither, so it is asked for all days and we choose.
function byDays(parts: Parts, start: Temporal.ZonedDateTime): ByDays {
  const weeks = parts.has('BYWEEKNO')
  const yearDays = parts.has('BYYEARDAY') && parts.has('BYDAY')
  if (parts.get('FREQ') !== 'YEARLY' || parts.has('BYSETPOS') || !(weeks || yearDays)) return { asked: parts, years: null }
  const asked = new Map(parts)
  for (const part of ['BYWEEKNO', 'INTERVAL', 'COUNT', 'UNTIL']) asked.delete(part)
  asked.set('FREQ', 'DAILY')
  const days = ['BYDAY', 'BYMONTHDAY', 'BYYEARDAY'].some(part => parts.has(part))
  if (!days) asked.set('BYDAY', ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][start.dayOfWeek - 1] ?? 'MO')
  return { asked, years: date => isInIts(date.toPlainDate(), parts, start.toPlainDate()) }
}

function bounds(parts: Parts, start: Temporal.ZonedDateTime) {
  const [, date = '', time = 'T235959', utc] = /^(\d{8})(T\d{6})?(Z)?$/u.exec(parts.get('UNTIL') ?? '') ?? []
  const until = date === '' ? null : Temporal.PlainDateTime.from(`${date}${time}`).toZonedDateTime(utc ? 'UTC' : start.timeZoneId)
  return { count: Number(parts.get('COUNT') ?? Infinity), until }
}

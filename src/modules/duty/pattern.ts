// A weekly pattern as turns: on these weekdays, from one hour to another, for so many weeks. Pure.
import { datesOf } from '#kit/calendar-files/recurrence.ts'
import type { Span } from '#modules/duty/put-on.ts'

/** The most weeks that are planned at once: half a year. */
export const MOST_WEEKS = 26

export interface Pattern {
  /** The first day, such as 2026-11-22; weeks are counted from it. */
  readonly on: string
  /** Minutes since midnight on the community's clock; an end that is not later than the beginning is on the next day. */
  readonly from: number
  readonly until: number
  /** 1 Monday to 7 Sunday; none: the weekday of the first day. */
  readonly days: readonly number[]
  readonly weeks: number
}

const NAMES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** The turns of a pattern, in order. Hours stay what they are in summer and winter. */
export function turnsOf({ on, from, until, days, weeks }: Pattern, zone: string): Span[] {
  const begin = Temporal.PlainDate.from(on)
  const chosen = days.length === 0 ? [begin.dayOfWeek] : days
  const ahead = Math.min(...chosen.map(day => (day - begin.dayOfWeek + 7) % 7))
  const moment = (date: Temporal.PlainDate, minutes: number) => date.toPlainDateTime().add({ minutes }).toZonedDateTime(zone)
  const dates = datesOf({
    start: moment(begin.add({ days: ahead }), from), wholeDay: false, rule: `FREQ=WEEKLY;BYDAY=${chosen.map(day => NAMES[day - 1]).join(',')}`,
    except: [], extra: [],
  }, { from: moment(begin, 0).toInstant(), until: moment(begin.add({ weeks }), 0).toInstant(), most: 7 * weeks })
  const end = until > from ? until : until + 24 * 60
  return dates.map(date => ({ from_at: date.toInstant(), until_at: moment(date.toPlainDate(), end).toInstant() }))
}

// On which days an order is served, by its rule (RFC 5545). Pure.
import { datesOf } from '#kit/calendar-files/recurrence.ts'
import type { OrderRepeat } from '#db/tables.ts'

/** How far ahead dates are made, in days: far enough for whoever takes several at once. */
export const AHEAD = 35
const MOST = 20
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** When an order is to be served; `until` is its last day. */
export interface Wanted {
  readonly repeat: OrderRepeat
  readonly begins_on: string
  readonly minute: number
  readonly until: string | null
}

/** Its dates from `now` on, as far ahead as dates are made; one that comes once, however far. */
export function datesAhead({ repeat, begins_on, minute, until }: Wanted, zone: string, now: Temporal.Instant): Temporal.Instant[] {
  const first = Temporal.PlainDate.from(begins_on)
  const start = first.toPlainDateTime().add({ minutes: minute }).toZonedDateTime(zone)
  if (repeat === 'once') return Temporal.Instant.compare(start.toInstant(), now) > 0 ? [start.toInstant()] : []
  const series = { start, wholeDay: false, rule: ruleOf(repeat, first), except: [], extra: [] }
  const last = now.toZonedDateTimeISO(zone).add({ days: AHEAD })
  return datesOf(series, { from: now, until: last.toInstant(), most: MOST })
    .filter(date => until === null || date.toPlainDate().toString() <= until).map(date => date.toInstant())
}

function ruleOf(repeat: Exclude<OrderRepeat, 'once'>, first: Temporal.PlainDate): string {
  const day = DAYS[first.dayOfWeek - 1] ?? 'MO'
  switch (repeat) {
    case 'weekly': return `FREQ=WEEKLY;BYDAY=${day}`
    case 'fortnightly': return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${day}`
    // The same weekday of each month: a 31st is not in every one.
    case 'monthly': return `FREQ=MONTHLY;BYDAY=${first.day > 28 ? -1 : Math.ceil(first.day / 7)}${day}`
  }
}

// How something comes again: what a form offers, as a recurrence rule (RFC 5545), and back. Pure.

/** The choices of the form. `weekday`: on the same weekday of each month, such as its third Saturday. */
export const REPEATS = ['once', 'weekly', 'fortnightly', 'monthly', 'weekday'] as const
export type Repeat = (typeof REPEATS)[number]

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** The rule of a choice from its first date on, to `until` (a date, with it); null for what comes once. */
export function ruleFor(repeat: Repeat, first: Temporal.PlainDate, until: string | null,
  { zone, wholeDay }: { zone: string, wholeDay: boolean }): string | null {
  if (repeat === 'once') return null
  return [...parts(repeat, first), ...until === null ? [] : [`UNTIL=${lastMoment(until, zone, wholeDay)}`]].join(';')
}

function parts(repeat: Exclude<Repeat, 'once'>, first: Temporal.PlainDate): string[] {
  const day = DAYS[first.dayOfWeek - 1] ?? 'MO'
  switch (repeat) {
    case 'weekly': return ['FREQ=WEEKLY', `BYDAY=${day}`]
    case 'fortnightly': return ['FREQ=WEEKLY', 'INTERVAL=2', `BYDAY=${day}`]
    case 'monthly': return ['FREQ=MONTHLY', `BYMONTHDAY=${first.day}`]
    // Not every month has a fifth one.
    case 'weekday': return ['FREQ=MONTHLY', `BYDAY=${first.day > 28 ? -1 : Math.ceil(first.day / 7)}${day}`]
  }
}

// With a time UNTIL stands in UTC (3.3.10).
function lastMoment(until: string, zone: string, wholeDay: boolean): string {
  const date = Temporal.PlainDate.from(until)
  if (wholeDay) return compact(date.toString())
  const last = date.add({ days: 1 }).toZonedDateTime(zone).subtract({ seconds: 1 }).withTimeZone('UTC').toPlainDateTime()
  return `${compact(last.toString({ smallestUnit: 'second' }))}Z`
}

function compact(iso: string): string {
  return iso.replace(/[-:]/gu, '')
}

/** The choice and the last date of a rule that the form could have made; null for any other. */
export function repeatIn(rule: string | null, first: Temporal.PlainDate, zone: string): { repeat: Repeat, until: string | null } | null {
  const [, end = null] = /;UNTIL=([\dTZ]+)$/u.exec(rule ?? '') ?? []
  const until = end === null ? null : lastDay(end, zone)
  const wholeDay = end !== null && !end.includes('T')
  const repeat = REPEATS.find(one => ruleFor(one, first, until, { zone, wholeDay }) === rule)
  return repeat === undefined ? null : { repeat, until }
}

function lastDay(end: string, zone: string): string {
  if (!end.includes('T')) return Temporal.PlainDate.from(end).toString()
  return Temporal.Instant.from(end).toZonedDateTimeISO(zone).toPlainDate().toString()
}

// Writes an iCalendar file (RFC 5545) for programs that subscribe to it: the same events give the same bytes.
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Series } from './recurrence.ts'
import { timeZoneText } from './time-zone.ts'

/** Something on a calendar. */
export interface CalendarEvent {
  /** The same for ever, whatever else changes. */
  readonly uid: string
  readonly title: string
  readonly about?: string
  readonly where?: string
  /** An address to open. */
  readonly url?: string
  /** Once or again and again; with `wholeDay` only the dates count. */
  readonly dates: Series
  /** How long it takes; 0: a moment. Whole days last one. */
  readonly minutes: number
  readonly cancelled?: boolean
  /** How often it was changed, from 0. */
  readonly sequence: number
  readonly changed: Temporal.Instant
}

/** The file. `name` is how a calendar program calls it. */
export function writeCalendar({ name, lang, events }: { name: string, lang: 'zh' | 'en', events: readonly CalendarEvent[] }): string {
  const earliest = events.map(event => event.dates.start.toInstant()).sort(Temporal.Instant.compare)[0]
  const calendar = ical({
    prodId: { company: 'Linju', product: 'calendar', language: lang === 'zh' ? 'ZH' : 'EN' },
    // The library escapes the texts of events, not the calendar's own name.
    name: oneLine(name).replace(/[\\;,]/gu, sign => `\\${sign}`), method: ICalCalendarMethod.PUBLISH, ttl: 3600,
    timezone: { name: null, generator: zone => earliest ? timeZoneText(zone, earliest) : null },
  })
  for (const event of events) calendar.createEvent(inItsTerms(event))
  return `${calendar.toString()}\r\n`
}

function inItsTerms({ uid, title, about, where, url, dates, minutes, cancelled, sequence, changed }: CalendarEvent) {
  const repeating = repeatingText(dates)
  const { start, wholeDay } = dates
  return {
    id: uid, sequence, stamp: changed, lastModified: changed, summary: oneLine(title), url: url ?? null,
    description: about ?? null, location: where ? oneLine(where) : null,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...wholeDay ? { start: start.toPlainDate(), allDay: true, end: start.toPlainDate().add({ days: 1 }) }
      // What comes once is a moment of the world; what comes again is an hour of the place (3.3.5).
      : { start: repeating ? start : start.toInstant(),
        ...minutes > 0 && { end: (repeating ? start : start.toInstant()).add({ minutes }) } },
    timezone: repeating && !wholeDay ? start.timeZoneId : null,
    ...repeating && { repeating },
  }
}

function repeatingText({ start, wholeDay, rule, except, extra }: Series): string | null {
  const listed = (name: string, dates: readonly Temporal.ZonedDateTime[]) => dates.length === 0 ? []
    : [`${name}${wholeDay ? ';VALUE=DATE' : `;TZID=${start.timeZoneId}`}:${
      dates.map(date => written(date.withTimeZone(start.timeZoneId), wholeDay)).join(',')}`]
  if (rule === null && extra.length === 0) return null
  return [`RRULE:${rule ?? 'FREQ=DAILY;COUNT=1'}`, ...listed('EXDATE', except), ...listed('RDATE', extra)].join('\n')
}

function written(date: Temporal.ZonedDateTime, wholeDay: boolean): string {
  const text = date.toPlainDateTime().toString({ smallestUnit: 'second' }).replace(/[-:]/gu, '')
  return wholeDay ? text.slice(0, 8) : text
}

// A break in a heading would begin a new line of the file.
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim()
}

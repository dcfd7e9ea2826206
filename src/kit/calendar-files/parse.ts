// The events of an .ics file as plain data: what is called off or moved in a series becomes exceptions and dates of its own. Runs in the
// reading thread.
import ICAL from 'ical.js'
import { CalendarProblem } from './problem.ts'

/** One event. Dates are texts of a ZonedDateTime: 2026-11-21T09:00:00+08:00[Asia/Shanghai]; a whole day begins at midnight. */
export interface ReadEvent {
  /** The file's own name for it; '' where it has none. */
  readonly uid: string
  readonly title: string
  readonly about: string
  readonly where: string
  readonly start: string
  readonly wholeDay: boolean
  /** How long it takes; 0 where the file does not say. */
  readonly minutes: number
  /** The recurrence rule as written; null for what happens once. */
  readonly rule: string | null
  readonly except: readonly string[]
  readonly extra: readonly string[]
  readonly cancelled: boolean
}

const LONGEST_DAYS = 366

/** Reads the bytes. Throws CalendarProblem; an event that says nothing sensible is counted as unread. */
export function parseCalendar(bytes: Uint8Array, zone: string): { events: ReadEvent[], unread: number } {
  const whole: ReadEvent[] = []
  const moved: { event: ReadEvent, instead: string }[] = []
  let unread = 0
  for (const component of components(textOf(bytes))) {
    try {
      const event = eventIn(component, zone)
      const instead = datesIn(component, 'recurrence-id', zone)[0]
      if (instead === undefined) whole.push(event)
      else moved.push({ event: { ...event, rule: null }, instead })
    } catch (error) {
      // What the library throws at a value that it cannot read is a plain Error of one kind or another.
      if (!(error instanceof Error)) throw error
      unread++
    }
  }
  const events = whole.map(event => ({ ...event, except: [...event.except,
    ...moved.filter(of => of.event.uid === event.uid).map(of => of.instead)] }))
  return { events: [...events, ...moved.map(apart)], unread }
}

// A date of a series that was moved or changed stands by itself, under a name of its own.
function apart({ event, instead }: { event: ReadEvent, instead: string }): ReadEvent {
  return { ...event, uid: `${event.uid}/${instead}`, except: [], extra: [] }
}

function textOf(bytes: Uint8Array): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
    }
  }
  throw new CalendarProblem('notCalendar')
}

function components(text: string): ICAL.Component[] {
  if (!/^\s*BEGIN:V(?:CALENDAR|EVENT)/iu.test(text)) throw new CalendarProblem('notCalendar')
  try {
    const parsed: unknown = ICAL.parse(text)
    const roots = (isJcal(parsed) ? [parsed] : Array.isArray(parsed) ? parsed.filter(isJcal) : []).map(one => new ICAL.Component(one))
    return roots.flatMap(root => root.name === 'vevent' ? [root] : root.getAllSubcomponents('vevent'))
  } catch (error) {
    throw new CalendarProblem(error instanceof RangeError ? 'tooMuch' : 'broken')
  }
}

// One component in the JSON form of a calendar (RFC 7265); several at the top come as a list of them.
function isJcal(given: unknown): given is [string, unknown[], unknown[]] {
  return Array.isArray(given) && typeof given[0] === 'string'
}

function eventIn(component: ICAL.Component, zone: string): ReadEvent {
  const text = (name: string, most: number) => {
    const value: unknown = component.getFirstPropertyValue(name)
    return typeof value === 'string' ? [...value.toWellFormed().replaceAll('\0', '').trim()].slice(0, most).join('') : ''
  }
  const start = component.getFirstProperty('dtstart')
  const first: unknown = start?.getFirstValue()
  if (!(first instanceof ICAL.Time) || !start) throw new Error('no start')
  const rules = component.getAllProperties('rrule').map(property => property.getFirstValue())
  // RFC 5545 3.8.5.3: more than one rule SHOULD NOT be; EXRULE is gone since then.
  if (rules.length > 1 || component.hasProperty('exrule')) throw new Error('more than one rule')
  return {
    uid: text('uid', 250), title: text('summary', 200), about: text('description', 2000), where: text('location', 200),
    start: zonedText(first, start, zone), wholeDay: first.isDate, minutes: minutesOf(component, first),
    rule: rules.length === 0 ? null : String(rules[0]), except: datesIn(component, 'exdate', zone),
      extra: datesIn(component, 'rdate', zone),
    cancelled: text('status', 20).toUpperCase() === 'CANCELLED',
  }
}

function datesIn(component: ICAL.Component, name: string, zone: string): string[] {
  return component.getAllProperties(name).flatMap(property => property.getValues().map((value: unknown) => {
    const time = value instanceof ICAL.Period ? value.start : value
    if (!(time instanceof ICAL.Time)) throw new Error(`no date in ${name}`)
    return zonedText(time, property, zone)
  }))
}

function minutesOf(component: ICAL.Component, start: ICAL.Time): number {
  const end: unknown = component.getFirstPropertyValue('dtend')
  const lasts: unknown = component.getFirstPropertyValue('duration')
  const seconds = lasts instanceof ICAL.Duration ? lasts.toSeconds() : end instanceof ICAL.Time ? end.subtractDate(start).toSeconds() : 0
  if (!Number.isFinite(seconds) || seconds < 0 || seconds > LONGEST_DAYS * 86_400) throw new Error('ends before it begins, or never')
  return Math.round(seconds / 60)
}

function zonedText(time: ICAL.Time, property: ICAL.Property, zone: string): string {
  if (!property.toJSON().slice(3).every(isWritten)) throw new Error('no such day or hour')
  const { year, month, day, hour, minute, second } = time
  const wall = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second }, { overflow: 'reject' })
  return wall.toZonedDateTime(zoneOf(time, property, zone)).toString()
}

// The library makes the 41st of a month a day of the next one; whoever wrote it made a mistake. Periods come as lists and are left to it.
function isWritten(value: unknown): boolean {
  try {
    return typeof value !== 'string' || Temporal.PlainDateTime.from(value.replace('Z', ''), { overflow: 'reject' }).year > 0
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

// A zone that only the file itself explains is taken as the offset that it had then.
function zoneOf(time: ICAL.Time, property: ICAL.Property, zone: string): string {
  if (time.isDate) return zone
  if (time.zone === ICAL.Timezone.utcTimezone) return 'UTC'
  const named = property.getFirstParameter('tzid')
  if (named === undefined) return zone
  if (isZone(named)) return named
  if (time.zone === ICAL.Timezone.localTimezone) return zone
  const minutes = Math.round(time.utcOffset() / 60)
  const pad = (n: number) => String(n).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${pad(Math.trunc(Math.abs(minutes) / 60))}:${pad(Math.abs(minutes) % 60)}`
}

function isZone(name: string): boolean {
  try {
    return Temporal.Now.zonedDateTimeISO(name).timeZoneId !== ''
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

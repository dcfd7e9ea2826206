// From what happens here to what stands on a calendar. Pure.
import type { CalendarEvent } from '#kit/calendar-files/write.ts'
import type { Lang } from '#kit/phrase.ts'
import { seriesOfDates } from '#modules/calendars/happening.ts'
import type { Happening } from '#modules/calendars/read.ts'
import { nameOfActivity, type PlannedActivity as Helping } from '#modules/activities/public.ts'
import type { Planned } from '#modules/councils/public.ts'
import type { PlannedOrder } from '#modules/orders/public.ts'
import type { dutyPlanned } from '#modules/duty/public.ts'
import { titleOf } from '#modules/matters/public.ts'
import { councilText } from '#text/councils.ts'
import { calendarFeedText } from '#text/feeds.ts'

/** Where and for whom a calendar is written. */
export interface Around {
  readonly lang: Lang
  /** The community's time zone. */
  readonly zone: string
  readonly now: Temporal.Instant
  /** The address of the community's pages: https://linju.example/shicheng. */
  readonly at: string
  /** The name of a thing for ever, which only this installation can make: a UUID. */
  readonly uidOf: (thing: string) => string
}

/** What everybody calls a matter. */
export function titleFor({ title, text }: { title: string | null, text: string }): string {
  return title ?? titleOf(text)
}

/** A happening on the calendar. */
export function eventOf(happening: Happening, { zone, at, uidOf }: Around): CalendarEvent {
  const { id, title, about, place, estate, matter_id, cancelled, minutes, changes, changed_at } = happening
  return {
    uid: uidOf(`happenings/${id}`), title, about, where: estate ? `${estate} ${place}` : place, minutes, cancelled,
    url: matter_id === null ? `${at}/happenings#h${id}` : `${at}/matters/${matter_id}`,
    dates: seriesOfDates(happening, zone), sequence: changes, changed: changed_at,
  }
}

/** A session on the calendar; a mediation is told by its council alone: a calendar is copied to other companies' computers. */
export function eventOfSession(one: Planned, { lang, zone, at, uidOf }: Around): CalendarEvent {
  const { id, title, kind, council, room, minutes, begins_at, cancelled_at, changes, changed_at } = one
  const words = kind === 'mediation' ? { title: councilText(lang).title } : { title: `${council} · ${title}`, where: room }
  return {
    uid: uidOf(`sessions/${id}`), ...words, minutes, cancelled: cancelled_at !== null, url: `${at}/sessions/${id}`, sequence: changes, changed: changed_at,
    dates: { start: begins_at.toZonedDateTimeISO(zone), wholeDay: false, rule: null, except: [], extra: [] },
  }
}

/** An activity that needs helpers, or one's own posts there. */
export function eventOfHelp(one: Helping, { lang, zone, at, uidOf }: Around): CalendarEvent {
  const { id, about, meeting, label, posts, begins_at, ends_at, called_off_at, changes, changed_at } = one
  const name = nameOfActivity(lang, one)
  return {
    uid: uidOf(`activities/${id}${posts === null ? '' : '/posts'}`), title: posts === null ? name : `${name} · ${posts}`, about,
    where: [label, meeting].filter(part => part !== null).join(' '), minutes: begins_at.until(ends_at).total('minutes'), cancelled: called_off_at !== null,
    url: `${at}/activities/${id}`, sequence: changes, changed: changed_at,
    dates: { start: begins_at.toZonedDateTimeISO(zone), wholeDay: false, rule: null, except: [], extra: [] },
  }
}

/** A date of an order on the calendar of whoever comes or is served; neither what it is nor where. */
export function eventOfOrder({ id, order_id, begins_at, ends_at, taken_at, ordered_at }: PlannedOrder, { lang, zone, at, uidOf }: Around): CalendarEvent {
  return {
    uid: uidOf(`orders/${order_id}/${id}`), title: calendarFeedText(lang).order(order_id), url: `${at}/orders/${order_id}`, sequence: taken_at === null ? 0 : 1, changed: taken_at ?? ordered_at,
    minutes: Math.round((ends_at.epochMilliseconds - begins_at.epochMilliseconds) / 60_000),
    dates: { start: begins_at.toZonedDateTimeISO(zone), wholeDay: false, rule: null, except: [], extra: [] },
  }
}

/** A turn on duty on the calendar of whoever has it. One that changes hands leaves his calendar. */
export function eventOfDuty({ id, roster, from_at, until_at }: Awaited<ReturnType<typeof dutyPlanned>>[number], { lang, zone, at, uidOf }: Around): CalendarEvent {
  return {
    uid: uidOf(`duty/${id}`), title: calendarFeedText(lang).duty(roster), url: `${at}/duty/turns/${id}`, sequence: 0, changed: from_at,
    minutes: Math.round((until_at.epochMilliseconds - from_at.epochMilliseconds) / 60_000),
    dates: { start: from_at.toZonedDateTimeISO(zone), wholeDay: false, rule: null, except: [], extra: [] },
  }
}

/** A matter with how often and when it was changed, as its journal says. */
interface Changing {
  id: number
  times: number
  last: Temporal.Instant | null
}

interface OfMatter {
  /** The matter, or what of it: matters/83/due. */
  thing: string
  title: string
  where?: string
  cancelled?: boolean
  /** A day such as 2026-11-22, or a moment. */
  on: string | Temporal.Instant
}

interface PlannedActivity extends Changing {
  title: string | null
  text: string
  label: string
  due_on: string
  cancelled: boolean
}

/** An activity with its planned day. What was taken back is told by its number: the words are its raiser's again. */
export function eventOfActivity(one: PlannedActivity, around: Around): CalendarEvent {
  const { id, cancelled, label, due_on } = one
  const words = cancelled ? { title: calendarFeedText(around.lang).takenBack(id) } : { title: titleFor(one), where: label }
  return eventOfMatter(one, { thing: `matters/${id}`, ...words, cancelled, on: due_on }, around)
}

/** Something of a matter on the calendar. */
export function eventOfMatter({ id, times, last }: Changing, { thing, on, ...words }: OfMatter,
  { zone, at, uidOf }: Around): CalendarEvent {
  const wholeDay = typeof on === 'string'
  const start = wholeDay ? Temporal.PlainDate.from(on).toZonedDateTime(zone) : on.toZonedDateTimeISO(zone)
  return {
    uid: uidOf(thing), ...words, url: `${at}/matters/${id}`, minutes: 0, sequence: Math.max(0, times - 1),
      changed: last ?? start.toInstant(),
    dates: { start, wholeDay, rule: null, except: [], extra: [] },
  }
}

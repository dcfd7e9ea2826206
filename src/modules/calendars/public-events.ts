// What stands on the calendar that everybody may have: what happens here, activities to join, and when services are open.
import type { CalendarEvent } from '#kit/calendar-files/write.ts'
import type { Reader } from '#kit/db.ts'
import { changesOf, type Changes } from '#modules/calendars/changes.ts'
import { eventOf, eventOfActivity, eventOfHelp, eventOfSession, type Around } from '#modules/calendars/event.ts'
import { hoursIn, type Hours } from '#modules/calendars/hours.ts'
import { happenings } from '#modules/calendars/read.ts'
import { calendarOf, comingDays, type Calendar } from '#modules/clocks/public.ts'
import { helpPlanned } from '#modules/activities/public.ts'
import { sessionsPlanned } from '#modules/councils/public.ts'
import { activitiesPlanned } from '#modules/matters/public.ts'
import { services } from '#modules/services/public.ts'
import { calendarFeedText } from '#text/feeds.ts'

/** How far ahead holidays are left out of office hours, in days. */
const HOLIDAYS_AHEAD = 366
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

type Service = Awaited<ReturnType<typeof services>>[number]

/** All of it, or what is for one estate. A later kind of date, is one more list here. Six statements. */
export async function publicEvents(db: Reader, filter: { estate?: number }, around: Around): Promise<CalendarEvent[]> {
  const [happening, activities, offered, calendar, sessions, helping] = await Promise.all([
    happenings(db, filter, around.now), activitiesPlanned(db, filter, around.now), filter.estate === undefined ? services(db) : [],
      calendarOf(db), sessionsPlanned(db, filter, around.now), helpPlanned(db, filter, around.now),
  ])
  const changes = await changesOf(db, offered.map(one => `services/${one.id}`))
  const told = new Set(happening.map(one => one.matter_id))
  return [
    ...happening.map(one => eventOf(one, around)),
    // An activity whose dates stand on the calendar is there already.
    ...activities.filter(one => !told.has(one.id)).map(one => eventOfActivity(one, around)),
    ...sessions.map(one => eventOfSession(one, around)),
    ...helping.map(one => eventOfHelp(one, around)),
    ...offered.flatMap(one => openings(one, calendar, around, changes)),
  ]
}

/** When a service is open, as a weekly date for each span; none where its hours cannot be read without guessing. */
function openings(service: Service, calendar: Calendar, around: Around, changes: ReadonlyMap<string, Changes>): CalendarEvent[] {
  const hours = hoursIn(service.hours)
  if (!hours) return []
  const { sequence, changed } = changes.get(`services/${service.id}`) ?? { sequence: 0, changed: service.changed_at }
  const begins = firstDay(service.changed_at.toZonedDateTimeISO(around.zone).toPlainDate(), hours)
  const closed = service.class === 'government' ? daysOff(calendar, around.now) : []
  return hours.spans.map(([from, to], i) => {
    const moment = (day: Temporal.PlainDate) => day.toPlainDateTime().add({ minutes: from }).toZonedDateTime(around.zone)
    return {
      uid: around.uidOf(`services/${service.id}/${i}`), title: calendarFeedText(around.lang).open(service.name), about: service.hours,
        where: service.place,
      url: `${around.at}/services`, minutes: to - from, sequence, changed,
      dates: {
        start: moment(begins), wholeDay: false, rule: `FREQ=WEEKLY;BYDAY=${hours.days.map(day => DAYS[day - 1]).join(',')}`,
        except: closed.filter(day => hours.days.includes(day.dayOfWeek) && Temporal.PlainDate.compare(day, begins) >= 0).map(moment),
          extra: [],
      },
    }
  })
}

function firstDay(from: Temporal.PlainDate, { days }: Hours): Temporal.PlainDate {
  return Array.from({ length: 7 }, (_, i) => from.add({ days: i })).find(day => days.includes(day.dayOfWeek)) ?? from
}

// Holidays and own days off: the offices are shut.
function daysOff(calendar: Calendar, now: Temporal.Instant): Temporal.PlainDate[] {
  const today = now.toZonedDateTimeISO(calendar.zone).toPlainDate()
  return comingDays(calendar, today, HOLIDAYS_AHEAD).filter(({ spans }) => spans.length === 0)
    .flatMap(({ from, to }) => Array.from({ length: from.until(to).days + 1 }, (_, i) => from.add({ days: i })))
}

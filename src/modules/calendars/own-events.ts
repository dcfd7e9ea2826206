// What stands on a person's own calendar: deadlines of what he handles, his tasks, his turns on duty, and the activities that he joined.
import type { CalendarEvent } from '#kit/calendar-files/write.ts'
import type { Reader } from '#kit/db.ts'
import { eventOf, eventOfActivity, eventOfDuty, eventOfHelp, eventOfMatter, eventOfOrder, eventOfSession, titleFor, type Around } from '#modules/calendars/event.ts'
import { happenings } from '#modules/calendars/read.ts'
import { ordersPlanned } from '#modules/orders/public.ts'
import { helpPlanned } from '#modules/activities/public.ts'
import { sessionsPlanned } from '#modules/councils/public.ts'
import { dutyPlanned } from '#modules/duty/public.ts'
import { activitiesPlanned, datedTasks, deadlinesOf } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { calendarFeedText } from '#text/feeds.ts'

/**
 * All of it. What is private or happens inside a home is told by its number alone: a calendar is copied to other companies' computers.
 * Eight statements.
 */
export async function ownEvents(db: Reader, actor: Actor, around: Around): Promise<CalendarEvent[]> {
  const t = calendarFeedText(around.lang)
  const [orders, duty, deadlines, tasks, activities, joined, sessions, helping] = await Promise.all([
    ordersPlanned(db, actor, around.now),
    dutyPlanned(db, actor.personId ?? 0, around.now),
    deadlinesOf(db, actor), datedTasks(db, actor), activitiesPlanned(db, { joinedBy: actor }, around.now),
    happenings(db, { joinedBy: actor.personId ?? 0 }, around.now), sessionsPlanned(db, { invited: actor }, around.now),
    helpPlanned(db, { helper: actor.personId ?? 0 }, around.now),
  ])
  const told = new Set(joined.map(one => one.matter_id))
  return [
    ...orders.map(one => eventOfOrder(one, around)),
    ...duty.map(one => eventOfDuty(one, around)),
    ...deadlines.map(one => {
      const closed = one.private || one.place_kind === 'home'
      const words = closed ? { title: t.dueOfPrivate(one.id) } : { title: t.due(titleFor(one)), where: one.label }
      return eventOfMatter(one, { thing: `matters/${one.id}/due`, ...words, on: one.due_at }, around)
    }),
    ...tasks.map(one => eventOfMatter(one, { thing: `tasks/${one.task}`, title: t.task(one.id), on: one.due_on }, around)),
    ...sessions.map(one => eventOfSession(one, around)),
    ...helping.map(one => eventOfHelp(one, around)),
    ...joined.map(one => eventOf(one, around)),
    // An activity whose dates stand on the calendar is there already.
    ...activities.filter(one => !told.has(one.id)).map(one => eventOfActivity(one, around)),
  ]
}

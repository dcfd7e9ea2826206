// Calendars to subscribe to: the community's for everybody, and a person's own at a secret address.
import type { Context, Handler } from 'hono'
import { writeCalendar, type CalendarEvent } from '#kit/calendar-files/write.ts'
import { NotFound } from '#kit/errors.ts'
import { ownerOfAddress, ownEvents, publicEvents } from '#modules/calendars/public.ts'
import { today } from '#modules/communities/public.ts'
import { actorOf } from '#modules/people/public.ts'
import { calendarFeedText } from '#text/feeds.ts'
import { frameText } from '#text/frame.ts'
import type { House } from '../../../house.ts'
import { answerOnce } from './answer.ts'
import { aroundFeed, estateOfFeed } from './around.ts'

/** GET /:community/calendar.ics?estate&lang */
export function communityCalendar(house: House): Handler {
  return async c => {
    const around = await aroundFeed(house, c)
    const { events, estate } = await house.database.look(around.community.id, async db => {
      const of = await estateOfFeed(db, around)
      return { estate: of, events: await publicEvents(db, of ? { estate: of.id } : {}, around) }
    })
    const name = calendarFeedText(around.lang).name(estate ? `${around.community.name} ${estate.name}` : around.community.name)
    return calendar(c, name, around.lang, events)
  }
}

/** GET /:community/calendars/:secret.ics?lang: somebody's own. Whoever is no longer there, or ended the address, has nothing here. */
export function ownCalendar(house: House): Handler {
  return async c => {
    const around = await aroundFeed(house, c)
    const secret = /^([\w-]{43})\.ics$/u.exec(c.req.param('secret') ?? '')?.[1]
    const events = await house.database.look(around.community.id, async db => {
      const owner = secret === undefined ? undefined : await ownerOfAddress(db, secret)
      if (owner === undefined) throw new NotFound(lang => frameText(lang).noPage)
      const actor = await actorOf(db, owner, today(around.community, around.now))
      if (actor.personId === null) throw new NotFound(lang => frameText(lang).noPage)
      return ownEvents(db, actor, around)
    })
    return calendar(c, calendarFeedText(around.lang).ownName(around.community.name), around.lang, events, true)
  }
}

function calendar(c: Context, name: string, lang: 'zh' | 'en', events: readonly CalendarEvent[], own = false): Response {
  const changed = events.map(event => event.changed).sort(Temporal.Instant.compare).at(-1) ?? Temporal.Instant.fromEpochMilliseconds(0)
  return answerOnce(c, writeCalendar({ name, lang, events }), { type: 'ics', changed, own })
}

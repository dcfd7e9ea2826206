// The addresses of calendars and feeds.
import type { Hono } from 'hono'
import { formWithTable } from '#kit/uploads.ts'
import { show, showKept, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as bring from './bring.ts'
import { communityCalendar, ownCalendar } from './calendars.ts'
import * as edit from './edit.ts'
import * as happenings from './happenings.ts'
import { boardFeed, matterFeed } from './news.ts'
import * as own from './own.ts'

/** Mounts them. */
export function feedRoutes(app: Hono, house: House): void {
  app.get('/:community/calendar.ics', communityCalendar(house))
  app.get('/:community/calendars/:secret', ownCalendar(house))
  for (const type of ['atom', 'json'] as const) {
    app.get(`/:community/feed.${type}`, boardFeed(house, type))
    app.get(`/:community/matters/:id/feed.${type}`, matterFeed(house, type))
  }
  app.get('/:community/happenings', showKept(house, happenings.page))
  app.get('/:community/happenings/edit', show(house, edit.page))
  app.post('/:community/happenings/edit', take(house, edit.save))
  app.post('/:community/happenings/off', take(house, edit.off))
  app.get('/:community/happenings/bring', show(house, bring.page))
  app.post('/:community/happenings/bring', take(house, bring.look, formWithTable))
  app.get('/:community/happenings/bring/check', show(house, bring.check))
  app.post('/:community/happenings/bring/check', take(house, bring.take))
  app.get('/:community/me/calendar', show(house, own.page))
  app.post('/:community/me/calendar', take(house, own.submit))
}

// The addresses of the pages about notices.
import type { Hono } from 'hono'
import { show, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as channels from './channels.ts'
import * as inbox from './inbox.ts'
import * as mail from './mail.ts'
import * as settings from './settings.ts'
import * as stop from './stop.ts'
import * as undelivered from './undelivered.ts'

/** Mounts them. */
export function noticeRoutes(app: Hono, house: House): void {
  app.get('/:community/notices', show(house, inbox.page))
  app.post('/:community/notices', take(house, inbox.submit))
  app.get('/:community/notices/stop', show(house, stop.page))
  app.get('/:community/notices/mail', show(house, mail.page))
  app.post('/:community/notices/mail', take(house, mail.submit))
  app.get('/:community/me/notices', show(house, settings.page(house)))
  app.post('/:community/me/notices', take(house, settings.hours))
  app.post('/:community/me/notices/mail', take(house, settings.mail(house)))
  app.post('/:community/me/notices/device', take(house, settings.device(house)))
  app.get('/:community/channels', show(house, channels.page(house)))
  app.post('/:community/channels', take(house, channels.add(house)))
  app.post('/:community/channels/change', take(house, channels.change))
  app.get('/:community/undelivered', show(house, undelivered.page))
  app.post('/:community/undelivered', take(house, undelivered.again))
}

/**
 * POST /:community/notices/stop. Stands before the lock against forms of other sites: a mail programme sends it without an origin (RFC
 * 8058),
 * and the key in the address is what makes it good.
 */
export function stopRoute(app: Hono, house: House): void {
  app.post('/:community/notices/stop', take(house, stop.submit))
}

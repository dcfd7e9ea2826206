// The addresses of a matter: its page, what is done to it with one tap, the small forms, its receipt and its photos.
import type { Hono } from 'hono'
import { show, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as matter from '../matter.ts'
import { photo } from '../photo.ts'
import * as receipt from '../receipt.ts'
import * as act from './act-page.ts'
import * as handOn from './hand-on.ts'
import { partRoutes } from './part-routes.ts'
import * as tap from './taps.ts'

const MATTER = '/:community/matters/:id'

/** Mounts them. */
export function matterRoutes(app: Hono, house: House): void {
  app.get(MATTER, show(house, matter.page))
  app.post(`${MATTER}/move`, take(house, matter.move))
  app.post(`${MATTER}/phone`, take(house, matter.phone))
  app.post(`${MATTER}/follow`, take(house, tap.follow))
  app.post(`${MATTER}/accept`, take(house, tap.accept))
  app.post(`${MATTER}/confirm`, take(house, tap.confirm))
  app.post(`${MATTER}/resume`, take(house, tap.resume))
  app.post(`${MATTER}/urge`, take(house, tap.urge))
  app.post(`${MATTER}/urgent`, take(house, tap.urgent))
  app.get(`${MATTER}/hand-on`, show(house, handOn.page))
  app.post(`${MATTER}/hand-on`, take(house, handOn.send))
  app.get(`${MATTER}/acts/:act`, show(house, act.page))
  app.post(`${MATTER}/acts/:act`, take(house, act.send))
  app.get(`${MATTER}/receipt`, show(house, receipt.page))
  app.post(`${MATTER}/withdraw`, take(house, receipt.withdraw))
  app.post(`${MATTER}/same`, take(house, receipt.same))
  app.get(`${MATTER}/photos/:hash`, show(house, photo(house.means.files)))
  partRoutes(app, house)
}

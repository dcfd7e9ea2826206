// The addresses of a plan.
import type { Hono } from 'hono'
import { formWithPhotos } from '#kit/uploads.ts'
import { show, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as answer from './answer.ts'
import { page } from './page.ts'
import * as publish from './publish.ts'
import { say, share } from './send.ts'

const PLANS = '/:community/matters/:id/plans'

/** Mounts them. */
export function planRoutes(app: Hono, house: House): void {
  app.get(PLANS, show(house, page))
  app.post(PLANS, take(house, say))
  app.post(`${PLANS}/support`, take(house, share))
  app.get(`${PLANS}/new`, show(house, publish.page))
  app.post(`${PLANS}/new`, take(house, publish.send, formWithPhotos))
  app.get(`${PLANS}/answer`, show(house, answer.page))
  app.post(`${PLANS}/answer`, take(house, answer.send))
}

// The addresses of sharing a cost.
import type { Hono } from 'hono'
import { formWithTable } from '#kit/uploads.ts'
import { show, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as agree from './agree.ts'
import { document } from './agreements.ts'
import * as bill from './bill.ts'
import * as edit from './edit.ts'
import { page } from './page.ts'
import * as readings from './readings.ts'
import { answer, bill as makeBill, say, sign } from './send.ts'

const SHARING = '/:community/matters/:id/sharing'

/** Mounts them. */
export function sharingRoutes(app: Hono, house: House): void {
  app.get(SHARING, show(house, page))
  app.post(SHARING, take(house, say))
  app.post(`${SHARING}/answer`, take(house, answer))
  app.get(`${SHARING}/edit`, show(house, edit.page))
  app.post(`${SHARING}/edit`, take(house, edit.send))
  app.get(`${SHARING}/readings`, show(house, readings.page))
  app.post(`${SHARING}/readings`, take(house, readings.send))
  app.post(`${SHARING}/readings/file`, take(house, readings.bring, formWithTable))
  app.get(`${SHARING}/agree`, show(house, agree.page))
  app.post(`${SHARING}/agree`, take(house, agree.send))
  app.post(`${SHARING}/sign`, take(house, sign))
  app.post(`${SHARING}/bill`, take(house, makeBill))
  app.get(`${SHARING}/agreements/:agreement`, show(house, document))
  app.get(`${SHARING}/bills/:bill`, show(house, bill.page))
}

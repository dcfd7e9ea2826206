// The addresses of calls for help.
import type { Hono } from 'hono'
import { show, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as call from './call.ts'
import * as deed from './deed.ts'
import * as helper from './helper.ts'
import * as help from './help.ts'
import * as past from './past.ts'
import * as phone from './phone.ts'
import * as make from './make.ts'
import * as print from './print.ts'

const ONE = '/:community/help/:id'

/** Mounts them. */
export function callRoutes(app: Hono, house: House): void {
  const { secrets } = house.means
  app.get('/:community/help', show(house, help.page))
  app.get('/:community/help/new', show(house, make.page))
  app.post('/:community/help/new', take(house, make.submit))
  app.get('/:community/help/print', show(house, print.page))
  app.get('/:community/help/past', show(house, past.page))
  app.get(ONE, show(house, call.page(secrets)))
  app.post(`${ONE}/do/:deed`, take(house, deed.submit(secrets)))
  app.post(`${ONE}/phone`, take(house, phone.submit))
  app.get(`${ONE}/helpers/:helper`, show(house, helper.photo(house.means)))
  app.post(`${ONE}/helpers/:helper/phone`, take(house, helper.submit))
}

// The addresses of orders.
import type { Hono } from 'hono'
import { show, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as deed from './deed.ts'
import * as mine from './mine.ts'
import * as offers from './offers.ts'
import * as order from './order.ts'
import * as team from './team.ts'

/** Mounts them. */
export function orderRoutes(app: Hono, house: House): void {
  app.get('/:community/orders', show(house, mine.page))
  app.get('/:community/orders/offers', show(house, offers.page))
  app.get('/:community/orders/team', show(house, team.page))
  app.get('/:community/orders/:id', show(house, order.page))
  app.get('/:community/orders/:id/do/:deed', show(house, deed.page))
  app.post('/:community/orders/:id/do/:deed', take(house, deed.send))
}

// The addresses of the menu.
import type { Hono } from 'hono'
import { show, showKept, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as edit from './edit.ts'
import * as item from './item.ts'
import * as list from './list.ts'
import * as order from './order.ts'

/** Mounts them. */
export function menuRoutes(app: Hono, house: House): void {
  app.get('/:community/menu', showKept(house, list.page))
  app.get('/:community/menu/new', show(house, edit.page))
  app.post('/:community/menu/new', take(house, edit.make))
  app.get('/:community/menu/:id', show(house, item.page))
  app.get('/:community/menu/:id/change', show(house, edit.change))
  app.post('/:community/menu/:id/change', take(house, edit.save))
  app.post('/:community/menu/:id/retire', take(house, item.retire))
  app.get('/:community/menu/:id/order', show(house, order.page))
  app.post('/:community/menu/:id/order', take(house, order.send))
}

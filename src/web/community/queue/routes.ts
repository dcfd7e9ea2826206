// The desk of those who work, and their day on a phone.
import type { Hono } from 'hono'
import { show, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as day from '../day/page.ts'
import * as filters from './filters.ts'
import * as queue from './page.ts'

/** Mounts them. */
export function queueRoutes(app: Hono, house: House): void {
  app.get('/:community/queue', show(house, queue.page))
  app.post('/:community/queue', take(house, queue.submit))
  app.post('/:community/queue/filters', take(house, filters.save))
  app.post('/:community/queue/filters/:id/drop', take(house, filters.drop))
  app.get('/:community/day', show(house, day.page))
  app.post('/:community/day', take(house, day.submit))
}

// The addresses of the service directory.
import type { Hono } from 'hono'
import { show, showKept, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as edit from './edit.ts'
import { page } from './page.ts'

/** Mounts them. */
export function servicesRoutes(app: Hono, house: House): void {
  app.get('/:community/services', showKept(house, page))
  app.get('/:community/services/edit', show(house, edit.page))
  app.post('/:community/services/edit', take(house, edit.save))
  app.post('/:community/services/retire', take(house, edit.retire))
}

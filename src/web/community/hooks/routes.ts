// The addresses of the page about programs that report to us.
import type { Hono } from 'hono'
import { show, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as hooks from './page.ts'

/** Mounts them. */
export function hookRoutes(app: Hono, house: House): void {
  app.get('/:community/hooks', show(house, hooks.page))
  app.post('/:community/hooks', take(house, hooks.make))
  app.post('/:community/hooks/end', take(house, hooks.end))
}

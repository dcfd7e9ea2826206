// The addresses of the pages about the way of working.
import type { Hono } from 'hono'
import { show, showKept, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as choose from './choose.ts'
import * as edit from './edit.ts'
import * as method from './page.ts'
import * as review from './review.ts'
import * as source from './source.ts'

/** Mounts them. */
export function methodRoutes(app: Hono, house: House): void {
  app.get('/:community/method', showKept(house, method.page))
  app.get('/:community/method/source.yaml', show(house, source.file))
  app.get('/:community/method/source', show(house, source.page))
  app.post('/:community/method/source', take(house, source.submit, source.sourceLimits))
  app.get('/:community/method/edit', show(house, edit.page))
  app.post('/:community/method/edit', take(house, edit.submit, edit.editLimits))
  app.get('/:community/method/choose', show(house, choose.page))
  app.post('/:community/method/choose', take(house, choose.submit))
  app.get('/:community/method/review', show(house, review.page))
  app.post('/:community/method/review', take(house, review.submit))
}

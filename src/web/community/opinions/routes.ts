// The addresses of conversations.
import type { Hono } from 'hono'
import { show, showKept, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as acts from './acts.ts'
import * as all from './all.ts'
import { page as listed } from './list.ts'
import * as open from './open.ts'
import { page } from './page.ts'
import { file } from './table.ts'

/** Mounts them. */
export function opinionRoutes(app: Hono, house: House): void {
  app.get('/:community/conversations', showKept(house, listed))
  app.get('/:community/conversations/new', show(house, open.page))
  app.post('/:community/conversations/new', take(house, open.submit))
  app.get('/:community/conversations/:id', show(house, page))
  app.get('/:community/conversations/:id/statements', show(house, all.page))
  app.post('/:community/conversations/:id/statements', take(house, acts.suggest))
  app.post('/:community/conversations/:id/opinion', take(house, acts.cast))
  app.post('/:community/conversations/:id/judge', take(house, acts.judge))
  app.post('/:community/conversations/:id/close', take(house, acts.close))
  app.get('/:community/conversations/:id/votes.csv', show(house, file))
}

// The addresses of errands.
import type { Hono } from 'hono'
import { show, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as board from './board.ts'
import * as card from './card.ts'
import { submit } from './do.ts'
import * as one from './one.ts'
import * as write from './write.ts'

/** Mounts them. */
export function errandRoutes(app: Hono, house: House): void {
  app.get('/:community/errands', show(house, board.page))
  app.get('/:community/errands/new', show(house, write.page))
  app.post('/:community/errands/new', take(house, write.submit))
  app.get('/:community/errands/import', show(house, write.pasting))
  app.post('/:community/errands/import', take(house, write.paste))
  app.get('/:community/errands/:id', show(house, one.page))
  app.get('/:community/errands/:id/card', show(house, card.page))
  app.post('/:community/errands/:id/do/:deed', take(house, submit))
}

// The addresses of duty.
import type { Hono } from 'hono'
import { show, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as load from './load.ts'
import * as map from './map.ts'
import * as fresh from './new.ts'
import * as roster from './roster.ts'
import * as today from './today.ts'
import * as turn from './turn.ts'

/** Mounts them. */
export function dutyRoutes(app: Hono, house: House): void {
  app.get('/:community/duty', show(house, today.page))
  app.get('/:community/duty/map', show(house, map.page))
  app.get('/:community/duty/load', show(house, load.page))
  app.get('/:community/duty/new', show(house, fresh.page))
  app.post('/:community/duty/new', take(house, fresh.submit))
  app.post('/:community/duty/gaps/:id/cover', take(house, today.take))
  app.post('/:community/duty/gaps/:id/assign', take(house, roster.name))
  app.post('/:community/duty/gaps/:id/off', take(house, roster.drop))
  app.post('/:community/duty/leaves/:id', take(house, roster.leave))
  app.post('/:community/duty/swaps/:id', take(house, today.swap))
  app.get('/:community/duty/turns/:id', show(house, turn.page))
  app.post('/:community/duty/turns/:id/leave', take(house, turn.leave))
  app.post('/:community/duty/turns/:id/swap', take(house, turn.swap))
  app.post('/:community/duty/turns/:id/note', take(house, turn.writeDown))
  app.post('/:community/duty/turns/:id/read', take(house, today.read))
  app.post('/:community/duty/turns/:id/off', take(house, turn.off))
  app.get('/:community/duty/:id', show(house, roster.page))
  app.post('/:community/duty/:id/turns', take(house, roster.add))
  app.post('/:community/duty/:id/end', take(house, roster.end))
}

// The addresses of polls.
import type { Hono } from 'hono'
import { show, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as ask from './ask.ts'
import * as counted from './count.ts'
import { asBlt, asJson } from './downloads.ts'
import * as list from './list.ts'
import * as poll from './poll.ts'

/** Mounts them. */
export function pollRoutes(app: Hono, house: House): void {
  app.get('/:community/polls', show(house, list.page))
  app.get('/:community/polls/new', show(house, ask.page))
  app.post('/:community/polls/new', take(house, ask.submit))
  app.get('/:community/polls/:id', show(house, poll.page))
  app.post('/:community/polls/:id', take(house, poll.cast))
  app.post('/:community/polls/:id/off', take(house, poll.callOff))
  app.get('/:community/polls/:id/count', show(house, counted.page))
  app.get('/:community/polls/:id/ballots.json', show(house, asJson))
  app.get('/:community/polls/:id/ballots.blt', show(house, asBlt))
}

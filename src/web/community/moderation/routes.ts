// The addresses of moderation: the queue of whoever judges, the word list, the public log, and what authors and readers send.
import type { Hono } from 'hono'
import { show, showKept, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as appeal from './appeal.ts'
import * as change from './change.ts'
import * as log from './log.ts'
import * as queue from './queue.ts'
import * as report from './report.ts'
import * as words from './words.ts'

const MATTER = '/:community/matters/:id'

/** Mounts them. */
export function moderationRoutes(app: Hono, house: House): void {
  app.get('/:community/moderation', show(house, queue.page))
  app.post('/:community/moderation', take(house, queue.submit))
  app.get('/:community/moderation/words', show(house, words.page))
  app.post('/:community/moderation/words', take(house, words.add))
  app.post('/:community/moderation/words/:id/end', take(house, words.end))
  app.get('/:community/moderation-log', showKept(house, log.page))
  app.get(`${MATTER}/report`, show(house, report.page))
  app.post(`${MATTER}/report`, take(house, report.send))
  app.get(`${MATTER}/change`, show(house, change.page))
  app.post(`${MATTER}/change`, take(house, change.send))
  app.get(`${MATTER}/appeal`, show(house, appeal.page))
  app.post(`${MATTER}/appeal`, take(house, appeal.send))
}

// The addresses of the record: its page, files to take away, and the log as other people's tools fetch it (c2sp.org/tlog-tiles).
import type { Hono } from 'hono'
import { show, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as log from './log.ts'
import * as proof from './proof.ts'
import * as record from './record.ts'
import * as takeAway from './take-away.ts'

/** Mounts them. */
export function recordRoutes(app: Hono, house: House): void {
  app.get('/:community/record', show(house, record.page(house)))
  app.get('/:community/record/consistency', show(house, takeAway.consistency))
  app.get('/:community/record/heads.jsonl', takeAway.heads(house))
  app.post('/:community/record/export', take(house, takeAway.whole(house)))
  app.get('/:community/record/key', log.key(house))
  app.get('/:community/record/checkpoint', log.checkpoint(house))
  app.get('/:community/record/tile/*', log.tile(house))
  app.get('/:community/matters/:id/proof', show(house, proof.page))
  app.get('/:community/matters/:id/proof/:entry', show(house, proof.file(house.means.secrets)))
}

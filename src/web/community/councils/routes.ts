// The addresses of councils and their sessions.
import type { Hono } from 'hono'
import { show, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as agenda from './agenda.ts'
import * as convene from './convene.ts'
import * as council from './council.ts'
import * as door from './door-code.ts'
import * as edit from './edit.ts'
import * as invite from './invite.ts'
import * as keep from './keep.ts'
import * as list from './list.ts'
import * as minutes from './minutes.ts'
import * as session from './session.ts'
import * as word from './word.ts'

/** Mounts them. */
export function councilRoutes(app: Hono, house: House): void {
  app.get('/:community/councils', show(house, list.page))
  app.get('/:community/councils/edit', show(house, edit.page))
  app.post('/:community/councils/edit', take(house, edit.save))
  app.get('/:community/councils/:id', show(house, council.page))
  app.post('/:community/councils/:id', take(house, council.submit))
  app.get('/:community/councils/:id/convene', show(house, convene.page))
  app.post('/:community/councils/:id/convene', take(house, convene.submit))
  sessionRoutes(app, house)
}

function sessionRoutes(app: Hono, house: House): void {
  app.get('/:community/sessions/:id', show(house, session.page))
  app.post('/:community/sessions/:id', take(house, session.submit))
  app.get('/:community/sessions/:id/edit', show(house, convene.changePage))
  app.post('/:community/sessions/:id/edit', take(house, convene.change))
  app.get('/:community/sessions/:id/invite', show(house, invite.page))
  app.post('/:community/sessions/:id/invite', take(house, invite.submit))
  app.get('/:community/sessions/:id/agenda', show(house, agenda.page))
  app.post('/:community/sessions/:id/agenda', take(house, agenda.submit))
  app.get('/:community/sessions/:id/keep', show(house, keep.page))
  app.post('/:community/sessions/:id/keep', take(house, keep.submit))
  app.get('/:community/sessions/:id/door', show(house, door.page))
  app.get('/:community/sessions/:id/here', show(house, door.here))
  app.post('/:community/sessions/:id/here', take(house, door.arrive))
  app.get('/:community/sessions/:id/minutes', show(house, minutes.page))
  app.post('/:community/sessions/:id/minutes', take(house, minutes.submit))
  app.get('/:community/sessions/:id/minutes.docx', show(house, word.page))
}

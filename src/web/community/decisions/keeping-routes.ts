// The addresses of those who keep a vote and collect its ballots.
import type { Hono } from 'hono'
import { formWithPhotos } from '#kit/uploads.ts'
import { show, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as desk from './desk.ts'
import * as door from './door.ts'
import * as atDoor from './door-home.ts'
import * as entry from './entry.ts'
import * as homes from './homes.ts'
import * as mandates from './mandates.ts'
import * as fresh from './new.ts'
import * as papers from './papers.ts'
import * as question from './question.ts'
import * as rulesEdit from './rules-edit.ts'

const ONE = '/:community/decisions/:id'

/** Mounts them; before the address of one vote, which would take `new` for a number. */
export function keepingRoutes(app: Hono, house: House): void {
  const { secrets } = house.means
  app.get('/:community/decisions/new', show(house, fresh.page))
  app.post('/:community/decisions/new', take(house, fresh.submit))
  app.get('/:community/decisions/rules/edit', show(house, rulesEdit.page))
  app.post('/:community/decisions/rules/edit', take(house, rulesEdit.keep))
  app.get(`${ONE}/desk`, show(house, desk.page))
  app.post(`${ONE}/freeze`, take(house, desk.freeze))
  app.post(`${ONE}/announce`, take(house, desk.announce))
  app.post(`${ONE}/answers`, take(house, desk.answer))
  app.post(`${ONE}/drop`, take(house, desk.drop))
  app.post(`${ONE}/post`, take(house, desk.post))
  app.post(`${ONE}/postings`, take(house, desk.postings, formWithPhotos))
  app.get(`${ONE}/questions`, show(house, question.page))
  app.post(`${ONE}/questions`, take(house, question.put))
  app.get(`${ONE}/homes`, show(house, homes.page))
  app.post(`${ONE}/homes`, take(house, homes.settle))
  app.get(`${ONE}/door`, show(house, door.page))
  app.post(`${ONE}/door/delivery`, take(house, atDoor.delivery, formWithPhotos))
  app.post(`${ONE}/door/ballot`, take(house, atDoor.ballot, formWithPhotos))
  app.get(`${ONE}/papers`, show(house, papers.page))
  app.get(`${ONE}/entry`, show(house, entry.page(secrets)))
  app.post(`${ONE}/entry`, take(house, entry.enter(secrets), formWithPhotos))
  app.get(`${ONE}/mandates`, show(house, mandates.page))
  app.post(`${ONE}/mandates`, take(house, mandates.record, formWithPhotos))
}

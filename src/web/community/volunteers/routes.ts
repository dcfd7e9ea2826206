// The addresses of volunteers, their teams and their contact cards.
import type { Hono } from 'hono'
import { formWithPhotos } from '#kit/uploads.ts'
import { show, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as arrange from './arrange.ts'
import * as card from './card.ts'
import * as cards from './cards.ts'
import * as check from './check.ts'
import * as deed from './deed.ts'
import * as licence from './licence.ts'
import { own, photo } from './licence-photo.ts'
import * as list from './list.ts'
import * as me from './me.ts'
import * as ownPhoto from './photo.ts'
import * as team from './team.ts'
import * as volunteer from './volunteer.ts'

const AT = '/:community/volunteers'

/** Mounts them. */
export function volunteerRoutes(app: Hono, house: House): void {
  app.get(AT, show(house, list.page))
  app.get(`${AT}/me`, show(house, me.page(sealed => house.means.secrets.decrypt(sealed))))
  app.get(`${AT}/me/photo`, show(house, own(house.means)))
  app.get(`${AT}/photo`, show(house, ownPhoto.page))
  app.post(`${AT}/photo`, take(house, ownPhoto.submit, formWithPhotos))
  app.get(`${AT}/arrange`, show(house, arrange.page))
  app.post(`${AT}/arrange`, take(house, arrange.submit))
  app.get(`${AT}/licence`, show(house, licence.page))
  app.post(`${AT}/licence`, take(house, licence.submit, formWithPhotos))
  app.get(`${AT}/licences/:id`, show(house, photo(house.means)))
  app.get(`${AT}/check`, show(house, check.page))
  app.get(`${AT}/cards`, show(house, cards.page))
  app.get(`${AT}/do/:deed`, show(house, deed.page))
  app.post(`${AT}/do/:deed`, take(house, deed.send))
  app.get(`${AT}/:id`, show(house, volunteer.page))
  app.get('/:community/teams/:id', show(house, team.page))
  app.get('/:community/card/:code', show(house, card.page))
  app.post('/:community/card/:code', take(house, card.submit))
}

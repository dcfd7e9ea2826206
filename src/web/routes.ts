// Every address of the site for people, and the page behind it. The folders mirror the addresses.
import type { Hono } from 'hono'
import { formWithPhotos } from '#kit/uploads.ts'
import { show, take } from '#web/door.ts'
import type { House } from '../house.ts'
import * as board from './community/board.ts'
import * as home from './community/home.ts'
import * as file from './community/files.ts'
import * as matter from './community/matter.ts'
import * as place from './community/place.ts'
import * as raise from './community/raise.ts'
import * as receipt from './community/receipt.ts'
import { codeDoor } from './code.ts'
import { landing } from './landing.ts'
import { chooseLook } from './choose-look.ts'

/** Mounts the pages. What stands first is met first. */
export function routes(app: Hono, house: House): void {
  app.get('/', landing(house))
  app.get('/q/:code', codeDoor(house))
  app.post('/look', chooseLook)

  app.get('/:community', show(house, home.page))
  app.get('/:community/board', show(house, board.page))
  app.get('/:community/raise', show(house, raise.page))
  app.post('/:community/raise', take(house, raise.submit, formWithPhotos))
  app.get('/:community/places/:id', show(house, place.page))
  app.get('/:community/matters/:id', show(house, matter.page))
  app.post('/:community/matters/:id/follow', take(house, matter.follow))
  app.post('/:community/matters/:id/move', take(house, matter.move))
  app.get('/:community/matters/:id/receipt', show(house, receipt.page))
  app.post('/:community/matters/:id/withdraw', take(house, receipt.withdraw))
  app.get('/:community/files/:hash', file.photo(house))
}

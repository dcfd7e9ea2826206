// The addresses of rating, reopening, the sealed file, and the quarter's bill.
import type { Hono } from 'hono'
import { show, showKept, take } from '#web/door.ts'
import type { House } from '../../house.ts'
import * as bill from './bill.ts'
import * as dossier from './matter/dossier.ts'
import * as held from './matter/held.ts'
import * as rating from './matter/rating.ts'
import * as reopen from './matter/reopen.ts'

/** Mounts them. */
export function closingRoutes(app: Hono, house: House): void {
  app.get('/:community/matters/:id/rate', show(house, rating.page))
  app.post('/:community/matters/:id/rate', take(house, rating.send))
  app.get('/:community/matters/:id/reopen', show(house, reopen.page))
  app.post('/:community/matters/:id/reopen', take(house, reopen.send))
  app.post('/:community/matters/:id/held', take(house, held.send))
  app.get('/:community/matters/:id/dossier', show(house, dossier.page))
  app.get('/:community/matters/:id/dossier.zip', show(house, dossier.archive(house.means.files)))
  app.get('/:community/bill', showKept(house, bill.page))
}

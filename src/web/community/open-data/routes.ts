// The addresses of the open data.
import type { Hono } from 'hono'
import { showKept } from '#web/door.ts'
import type { House } from '../../../house.ts'
import { dictionary } from './dictionary.ts'
import { file } from './files.ts'
import { page } from './page.ts'

/** Mounts them. */
export function openDataRoutes(app: Hono, house: House): void {
  app.get('/:community/open-data', showKept(house, page))
  app.get('/:community/open-data/dictionary.json', dictionary(house))
  app.get('/:community/open-data/:file', file(house))
}

// The addresses of the owners' decisions.
import type { Hono } from 'hono'
import { show, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as archive from './archive.ts'
import * as check from './check.ts'
import * as counted from './counted.ts'
import * as decision from './decision.ts'
import { keepingRoutes } from './keeping-routes.ts'
import * as list from './list.ts'
import { photo } from './postings.ts'
import * as roll from './roll.ts'
import * as rules from './rules.ts'
import * as sheet from './sheet.ts'

const ONE = '/:community/decisions/:id'

/** Mounts them. */
export function decisionRoutes(app: Hono, house: House): void {
  app.get('/:community/decisions', show(house, list.page))
  app.get('/:community/decisions/rules', show(house, rules.page))
  keepingRoutes(app, house)
  app.get(ONE, show(house, decision.page))
  app.post(ONE, take(house, decision.cast))
  app.post(`${ONE}/mandates/hand-in`, take(house, decision.handIn))
  app.post(`${ONE}/objections`, take(house, decision.objected))
  app.get(`${ONE}/photos/:hash`, show(house, photo(house.means.files)))
  app.get(`${ONE}/roll`, show(house, roll.page))
  app.get(`${ONE}/ballots`, show(house, counted.page))
  app.get(`${ONE}/sheet`, show(house, sheet.page))
  app.get(`${ONE}/sheet.docx`, show(house, sheet.word))
  app.get(`${ONE}/check`, show(house, check.page(house.means.secrets)))
  app.get(`${ONE}/archive.zip`, show(house, archive.file(house.means.secrets)))
}

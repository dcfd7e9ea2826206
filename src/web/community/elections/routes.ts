// The addresses of elections of owners' committees.
import type { Hono } from 'hono'
import { show, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as deed from './deed.ts'
import * as desk from './desk.ts'
import * as election from './election.ts'
import * as heard from './heard.ts'
import * as list from './list.ts'
import * as map from './map.ts'
import { packingList } from './packing.ts'
import * as request from './request.ts'
import * as term from './term.ts'

const ONE = '/:community/elections/:id'

/** Mounts them. */
export function electionRoutes(app: Hono, house: House): void {
  app.get('/:community/elections', show(house, list.page))
  app.get('/:community/elections/new', show(house, request.page))
  app.post('/:community/elections/new', take(house, request.send))
  app.get(ONE, show(house, election.page))
  app.get(`${ONE}/desk`, show(house, desk.page))
  app.get(`${ONE}/map`, show(house, map.page))
  app.get(`${ONE}/term`, show(house, term.page))
  app.get(`${ONE}/heard`, show(house, heard.page))
  app.get(`${ONE}/papers.docx`, show(house, packingList))
  app.get(`${ONE}/do/:deed`, show(house, deed.page))
  app.post(`${ONE}/do/:deed`, take(house, deed.send))
}

// The addresses of hours.
import type { Hono } from 'hono'
import { show, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as desk from './desk.ts'
import * as figures from './figures.ts'
import * as own from './own.ts'
import * as printed from './printed.ts'
import * as projects from './projects.ts'
import * as record from './record.ts'
import * as serving from './serving.ts'
import { giveOut } from './take.ts'

/** Mounts them. */
export function hoursRoutes(app: Hono, house: House): void {
  app.get('/:community/hours', show(house, figures.page))
  app.get('/:community/hours/approve', show(house, desk.page))
  app.post('/:community/hours/approve', take(house, desk.approve))
  app.post('/:community/hours/refuse', take(house, desk.refuse))
  app.post('/:community/hours/corrections', take(house, desk.answer))
  app.post('/:community/hours/export', take(house, giveOut))
  app.get('/:community/hours/record', show(house, record.page))
  app.post('/:community/hours/record', take(house, record.submit))
  app.get('/:community/hours/projects', show(house, projects.page))
  app.post('/:community/hours/projects', take(house, projects.add))
  app.post('/:community/hours/projects/end', take(house, projects.end))
  app.post('/:community/hours/stars', take(house, projects.stars))
  app.get('/:community/servings/:id', show(house, serving.page))
  app.get('/:community/me/hours', show(house, own.page))
  app.post('/:community/me/hours', take(house, own.ask))
  app.get('/:community/me/hours/record.csv', show(house, own.file('csv')))
  app.get('/:community/me/hours/record.xlsx', show(house, own.file('xlsx')))
  app.get('/:community/me/hours/record', show(house, printed.page))
}

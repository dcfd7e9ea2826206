// The addresses of activities.
import type { Hono } from 'hono'
import { formWithPhotos } from '#kit/uploads.ts'
import { show, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as activity from './activity.ts'
import * as deed from './do.ts'
import * as here from './here.ts'
import * as leaflets from './leaflets.ts'
import * as list from './list.ts'
import * as patrol from './patrol.ts'
import * as plan from './plan.ts'
import * as points from './points.ts'
import * as run from './run.ts'
import * as screen from './screen.ts'

const ALL = '/:community/activities'
const ONE = `${ALL}/:id`

/** Mounts them. */
export function activityRoutes(app: Hono, house: House): void {
  app.get(ALL, show(house, list.page))
  app.get(`${ALL}/new`, show(house, plan.page))
  app.post(`${ALL}/new`, take(house, plan.send))
  app.get(`${ALL}/patrol`, show(house, patrol.page))
  app.post(`${ALL}/patrol`, take(house, patrol.send))
  app.get(`${ALL}/leaflets`, show(house, leaflets.page))
  app.get(`${ALL}/leaflets/:leaflet`, show(house, leaflets.sheet))
  app.get(ONE, show(house, activity.page))
  app.get(`${ONE}/run`, show(house, run.page))
  app.get(`${ONE}/screen`, show(house, screen.page))
  app.get(`${ONE}/here`, show(house, here.page))
  app.get(`${ONE}/points`, show(house, points.page))
  app.post(`${ONE}/points`, take(house, points.send, formWithPhotos))
  app.post(`${ONE}/do/:deed`, take(house, deed.send))
}

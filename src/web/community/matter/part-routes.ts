// The addresses of the parts of a matter: tasks, costs, homes, photos, polls, plans, links, and who works on it.
import type { Hono } from 'hono'
import { formWithPhotos } from '#kit/uploads.ts'
import { show, take } from '#web/door.ts'
import type { House } from '../../../house.ts'
import * as templates from '../templates.ts'
import * as costs from './costs.ts'
import * as handlers from './handlers.ts'
import * as homes from './homes.ts'
import * as joiners from './joiners.ts'
import * as links from './links.ts'
import * as photosAfter from './photos-after.ts'
import * as plan from './plan.ts'
import * as poll from './poll.ts'
import * as reply from './reply.ts'
import * as tasks from './tasks.ts'

const MATTER = '/:community/matters/:id'

/** Mounts them. */
export function partRoutes(app: Hono, house: House): void {
  app.get(`${MATTER}/tasks`, show(house, tasks.page))
  app.post(`${MATTER}/tasks`, take(house, tasks.add))
  app.post(`${MATTER}/tasks/finish`, take(house, tasks.finished))
  app.post(`${MATTER}/tasks/checklist`, take(house, tasks.checklist))
  app.get(`${MATTER}/costs`, show(house, costs.page))
  app.post(`${MATTER}/costs`, take(house, costs.add))
  app.post(`${MATTER}/costs/strike`, take(house, costs.strike))
  app.get(`${MATTER}/handlers`, show(house, handlers.page))
  app.post(`${MATTER}/handlers`, take(house, handlers.add))
  app.post(`${MATTER}/handlers/accept`, take(house, handlers.accepted))
  app.post(`${MATTER}/handlers/end`, take(house, handlers.ended))
  app.post(`${MATTER}/join`, take(house, joiners.join))
  app.post(`${MATTER}/away`, take(house, joiners.away))
  app.get(`${MATTER}/joiners`, show(house, joiners.roll))
  app.get(`${MATTER}/here`, show(house, joiners.here))
  app.post(`${MATTER}/here`, take(house, joiners.arrive))
  app.post(`${MATTER}/gone`, take(house, joiners.gone))
  app.get(`${MATTER}/homes`, show(house, homes.page))
  app.post(`${MATTER}/homes`, take(house, homes.add))
  app.post(`${MATTER}/homes/settle`, take(house, homes.settle))
  app.get(`${MATTER}/poll`, show(house, poll.page))
  app.post(`${MATTER}/poll`, take(house, poll.start))
  app.post(`${MATTER}/poll/answer`, take(house, poll.answer))
  app.get(`${MATTER}/photos-after`, show(house, photosAfter.page))
  app.post(`${MATTER}/photos-after`, take(house, photosAfter.add, formWithPhotos))
  app.get(`${MATTER}/plan`, show(house, plan.page))
  app.post(`${MATTER}/plan`, take(house, plan.publish))
  app.get(`${MATTER}/decision`, show(house, plan.decisionPage))
  app.post(`${MATTER}/decision`, take(house, plan.decide))
  app.get(`${MATTER}/links`, show(house, links.page))
  app.post(`${MATTER}/links/merge`, take(house, links.merge))
  app.post(`${MATTER}/links/split`, take(house, links.split))
  app.post(`${MATTER}/links/related`, take(house, links.related))
  app.post(`${MATTER}/links/title`, take(house, links.rename))
  app.get(`${MATTER}/reply`, show(house, reply.page))
  app.post(`${MATTER}/reply`, take(house, reply.send))
  templateRoutes(app, house)
}

function templateRoutes(app: Hono, house: House): void {
  app.get('/:community/templates', show(house, templates.page))
  app.post('/:community/templates', take(house, templates.save))
  app.post('/:community/templates/:id/retire', take(house, templates.retire))
}

// Every address of the site for people, and the page behind it. The folders mirror the addresses.
import type { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { TooLarge } from '#kit/errors.ts'
import { formWithPhotos, formWithTable } from '#kit/uploads.ts'
import { frameText } from '#text/frame.ts'
import { show, showKept, take } from '#web/door.ts'
import type { House } from '../house.ts'
import { asking } from './community/asking.ts'
import * as board from './community/board.ts'
import * as calendar from './community/calendar.ts'
import { closingRoutes } from './community/closing-routes.ts'
import * as codes from './community/codes.ts'
import { feedRoutes } from './community/feeds/routes.ts'
import { helpRoutes } from './community/help-routes.ts'
import * as home from './community/home.ts'
import { hookRoutes } from './community/hooks/routes.ts'
import * as invitation from './community/invitation.ts'
import * as join from './community/join.ts'
import * as household from './community/household.ts'
import { matterRoutes } from './community/matter/routes.ts'
import { methodRoutes } from './community/method/routes.ts'
import { openDataRoutes } from './community/open-data/routes.ts'
import * as outbox from './community/outbox.ts'
import * as newPlaces from './community/new-places.ts'
import * as proposals from './community/proposals.ts'
import { noticeRoutes } from './community/notices/routes.ts'
import { queueRoutes } from './community/queue/routes.ts'
import { recordRoutes } from './community/record/routes.ts'
import { moderationRoutes } from './community/moderation/routes.ts'
import { servicesRoutes } from './community/services/routes.ts'
import { togetherRoutes } from './community/together-routes.ts'
import * as tour from './community/tour.ts'
import * as tracking from './community/tracking.ts'
import { peopleRoutes } from './community/people-routes.ts'
import * as place from './community/place.ts'
import * as raise from './community/raise.ts'
import * as rosterCheck from './community/roster-check.ts'
import * as roster from './community/roster.ts'
import * as setUp from './community/set-up.ts'
import * as who from './community/who.ts'
import { codeDoor } from './code.ts'
import { landing } from './landing.ts'
import { problems } from './problems.ts'
import { chooseLook } from './choose-look.ts'
import { privacy } from './privacy.ts'
import { street } from './street/street.ts'
import { verify } from './verify.ts'
import { verifyVote } from './verify-vote.ts'
import * as found from './set-up/found.ts'
import * as lookRound from './set-up/look-round.ts'
import { arrived } from './sign-in/arrived.ts'
import { enterCode } from './sign-in/code.ts'
import { ceremony, demoDoor, toProvider } from './sign-in/doors.ts'
import { leave } from './sign-in/leave.ts'
import { phone, sendCode } from './sign-in/phone.ts'

const CEREMONY = 64 * 1024

function tooMuch(): never {
  throw new TooLarge(lang => frameText(lang).tooMuch)
}

/** Mounts the pages. What stands first is met first. */
export function routes(app: Hono, house: House): void {
  openRoutes(app, house)
  doorRoutes(app, house)

  app.get('/:community', showKept(house, home.page))
  app.get('/:community/board', showKept(house, board.page))
  app.get('/:community/raise', show(house, raise.page))
  app.post('/:community/raise', take(house, raise.submit, formWithPhotos))
  app.get('/:community/help/asking', show(house, asking))
  queueRoutes(app, house)
  rosterRoutes(app, house)
  peopleRoutes(app, house)
  noticeRoutes(app, house)
  methodRoutes(app, house)
  recordRoutes(app, house)
  servicesRoutes(app, house)
  moderationRoutes(app, house)
  feedRoutes(app, house)
  hookRoutes(app, house)
  openDataRoutes(app, house)
  app.get('/:community/tracking', showKept(house, tracking.page))
  app.get('/:community/tour', show(house, tour.page))
  app.get('/:community/proposals', show(house, proposals.page))
  app.post('/:community/proposals', take(house, proposals.forget))
  app.get('/:community/calendar', show(house, calendar.page))
  app.post('/:community/calendar', take(house, calendar.submit))
  matterRoutes(app, house)
  closingRoutes(app, house)
  togetherRoutes(app, house)
  helpRoutes(app, house)
  joinRoutes(app, house)
  app.get('/:community/set-up', show(house, setUp.page))
  app.post('/:community/set-up', take(house, setUp.submit))
  app.get('/:community/set-up/done', show(house, setUp.done))
}

// What belongs to no community.
function openRoutes(app: Hono, house: House): void {
  app.get('/', landing(house))
  app.get('/q/:code', codeDoor(house))
  app.post('/look', chooseLook)
  app.get('/privacy', privacy)
  app.get('/verify', verify)
  app.get('/verify/vote', verifyVote)
  app.get('/problems/:kind', problems)
  app.get('/street/:id', street(house))
}

// Coming in: by phone, passkey, the city, or the link of the first start.
function doorRoutes(app: Hono, house: House): void {
  app.get('/sign-in', phone(house))
  app.post('/sign-in', sendCode(house))
  app.post('/sign-in/code', enterCode(house))
  app.get('/sign-in/arrived', arrived(house))
  app.get('/sign-in/oidc', toProvider(house))
  app.get('/sign-in/demo/:token', demoDoor(house))
  app.on(['GET', 'POST'], ['/sign-in/passkey/*', '/sign-in/callback/*'], bodyLimit({ maxSize: CEREMONY, onError: tooMuch }), ceremony(house))
  app.post('/sign-out', leave(house))
  app.get('/set-up/:token', found.page(house))
  app.post('/set-up/:token', found.submit(house))
  app.get('/set-up/:token/look-round', lookRound.progress(house))
  app.post('/set-up/:token/look-round', lookRound.begin(house))
}

// Becoming somebody here: choosing who of several one is, joining by code, invitations on paper.
function joinRoutes(app: Hono, house: House): void {
  app.get('/:community/who', show(house, who.page(house)))
  app.post('/:community/who', take(house, who.submit))
  app.get('/:community/join', show(house, join.page(house)))
  app.post('/:community/join', take(house, join.submit(house)))
  app.post('/:community/invitations', take(house, invitation.make))
  app.get('/:community/invitations/:id', show(house, invitation.page(house)))
  app.get('/:community/outbox', show(house, outbox.page(house)))
}

function rosterRoutes(app: Hono, house: House): void {
  app.get('/:community/roster', show(house, roster.page))
  app.post('/:community/roster', take(house, roster.bring, formWithTable))
  app.get('/:community/roster/template', show(house, roster.template))
  app.post('/:community/roster/export', take(house, roster.giveOut))
  app.get('/:community/roster/check', show(house, rosterCheck.page))
  app.post('/:community/roster/check', take(house, rosterCheck.submit))
  app.get('/:community/homes/:id', show(house, household.page))
  app.post('/:community/homes/:id/in', take(house, household.comeIn))
  app.post('/:community/homes/:id/out', take(house, household.goOut))
  app.get('/:community/codes', show(house, codes.page))
  app.get('/:community/places/new', show(house, newPlaces.page))
  app.post('/:community/places/new/buildings', take(house, newPlaces.buildings))
  app.post('/:community/places/new/thing', take(house, newPlaces.thing))
  app.get('/:community/places/:id', show(house, place.page))
  app.post('/:community/places/:id/point', take(house, place.point))
}

// The addresses of the pages about people: oneself, posts, and whoever one looks after.
import type { Hono } from 'hono'
import { show, take } from '#web/door.ts'
import type { House } from '../../house.ts'
import * as me from './me.ts'
import * as consents from './me/consents.ts'
import * as data from './me/data.ts'
import * as erase from './me/erase.ts'
import * as phone from './me/phone.ts'
import * as passkeys from './me/passkeys.ts'
import * as tokens from './me/tokens.ts'
import * as openHome from './openings/open.ts'
import * as openings from './openings/page.ts'
import * as people from './people.ts'
import * as mandate from './people/mandate.ts'
import * as newPerson from './people/new.ts'
import * as posts from './posts.ts'
import * as endPost from './posts/end.ts'
import * as newPost from './posts/new.ts'

/** Mounts them. */
export function peopleRoutes(app: Hono, house: House): void {
  app.get('/:community/me', show(house, me.page))
  app.post('/:community/me/sessions', take(house, me.endSession))
  app.post('/:community/me/mandates', take(house, me.endOne))
  app.get('/:community/me/passkeys', show(house, passkeys.page))
  app.post('/:community/me/passkeys', take(house, passkeys.remove))
  app.get('/:community/me/tokens', show(house, tokens.page))
  app.post('/:community/me/tokens', take(house, tokens.make))
  app.post('/:community/me/tokens/end', take(house, tokens.end))
  app.get('/:community/me/consents', show(house, consents.page))
  app.post('/:community/me/consents', take(house, consents.choose))
  app.get('/:community/me/data', show(house, data.page))
  app.post('/:community/me/data', take(house, data.correct))
  app.get('/:community/me/data.json', show(house, data.file))
  app.get('/:community/me/phone', show(house, phone.page))
  app.post('/:community/me/phone', take(house, phone.submit))
  app.get('/:community/me/erase', show(house, erase.page))
  app.post('/:community/me/erase', take(house, erase.erase))
  app.get('/:community/posts', show(house, posts.page))
  app.get('/:community/posts/new', show(house, newPost.page))
  app.post('/:community/posts/new', take(house, newPost.submit))
  app.get('/:community/posts/:id/end', show(house, endPost.page))
  app.post('/:community/posts/:id/end', take(house, endPost.submit))
  app.get('/:community/homes/:id/open', show(house, openHome.page))
  app.post('/:community/homes/:id/open', take(house, openHome.submit))
  app.get('/:community/openings', show(house, openings.page))
  app.get('/:community/openings/:id', show(house, openings.one))
  app.post('/:community/openings/:id/look', take(house, openHome.again))
  app.post('/:community/openings/:id/judge', take(house, openings.judge))
  app.get('/:community/people', show(house, people.page))
  app.get('/:community/people/new', show(house, newPerson.page))
  app.post('/:community/people/new', take(house, newPerson.submit))
  app.post('/:community/people/:id/number', take(house, people.number))
  app.get('/:community/people/:id/mandate', show(house, mandate.page))
  app.post('/:community/people/:id/mandate', take(house, mandate.submit))
}

// A scanned code: /q/CODE opens its place's page.
import type { Handler } from 'hono'
import { NotFound } from '#kit/errors.ts'
import { placeText } from '#text/places.ts'
import { communityOfCode } from '#modules/communities/public.ts'
import type { House } from '../house.ts'
import { goTo } from './visit.ts'

/** GET /q/:code. */
export function codeDoor(house: House): Handler {
  return async c => {
    const found = await communityOfCode(house.database, (c.req.param('code') ?? '').toUpperCase())
    if (!found) throw new NotFound(lang => placeText(lang).notHere)
    return goTo(`/${found.slug}/places/${found.placeId}`)
  }
}

// The other ways in: passkey ceremonies, the city's provider, the demo's one-tap links.
import type { Handler } from 'hono'
import { NotFound, Refused } from '#kit/errors.ts'
import { communities } from '#modules/communities/public.ts'
import { frameText } from '#text/frame.ts'
import { accountOfDemoCode } from '../../demo/identities.ts'
import type { House } from '../../house.ts'
import { networkAddress } from '#kit/network-address.ts'
import { goTo } from '#web/visit.ts'
import { withCookies } from './cookies.ts'
import { onTheWay, wayAsked } from './way.ts'

/** Everything below /sign-in/passkey and /sign-in/callback. */
export function ceremony(house: House): Handler {
  return c => house.signIn.handler(c.req.raw, networkAddress(c, house.proxies))
}

/** GET /sign-in/oidc: off to the city's provider. A link, since the policy lets no form lead to another site. */
export function toProvider(house: House): Handler {
  return async c => {
    const { oidc } = house.signIn
    if (!oidc) throw new NotFound(lang => frameText(lang).noPage)
    const way = await wayAsked(house, c)
    try {
      const { location, cookies } = await oidc.start(c.req.raw.headers, onTheWay('/sign-in/arrived', way))
      return withCookies(goTo(location), cookies)
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem
      const back = onTheWay('/sign-in', way)
      return goTo(`${back}${back.includes('?') ? '&' : '?'}problem=oidc`)
    }
  }
}

/** GET /sign-in/demo/:token: signs in as one of a demo's people, as often as wanted. */
export function demoDoor(house: House): Handler {
  return async c => {
    const token = c.req.param('token') ?? ''
    const accountId = await accountOfDemoCode(house.database, house.means.secrets, token)
    if (accountId === null) throw new NotFound(lang => frameText(lang).noPage)
    const [id] = token.split('-')
    const community = (await communities(house.database.commons)).find(one => String(one.id) === id)
    return withCookies(goTo(`/${community?.slug ?? ''}`), await house.signIn.openSession(accountId, c.req.raw.headers))
  }
}

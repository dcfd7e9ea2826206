// The front door: the one community of this installation, or the list of all.
import { getCookie } from 'hono/cookie'
import type { Handler } from 'hono'
import { communities } from '#modules/communities/public.ts'
import { homeText } from '#text/pages.ts'
import type { House } from '../house.ts'
import { langOf } from './door.ts'
import { lookFrom } from './look.ts'
import { html } from './parts/html.ts'
import { empty, list } from './parts/list.ts'
import { page } from './parts/page.ts'
import { goTo } from './visit.ts'

/** GET /. */
export function landing(house: House): Handler {
  return async c => {
    const all = await communities(house.database.commons)
    const [only] = all
    if (all.length === 1 && only) return goTo(`/${only.slug}`)
    const lang = langOf(c)
    const t = homeText(lang)
    return c.html(page({
      lang, look: lookFrom(getCookie(c, 'look')), title: t.communities, community: null, signedIn: false, here: '/', narrow: true,
    }, html`<h2>${t.chooseCommunity}</h2>
${all.length === 0 ? empty(t.notFounded) : list(all.map(community => ({ href: `/${community.slug}`, title: community.name, meta: community.street, icon: 'home' })))}`))
  }
}

// Somebody on the way in: which community she comes from, and where she wants to go.
import { getCookie } from 'hono/cookie'
import type { Context } from 'hono'
import type { Community } from '#modules/communities/public.ts'
import type { Lang } from '#kit/phrase.ts'
import type { House } from '../../house.ts'
import { ownPath } from '#web/choose-look.ts'
import { langOf } from '#web/door.ts'
import { lookFrom, type Look } from '#web/look.ts'
import { html, type Html } from '#web/parts/html.ts'
import { page, type Frame } from '#web/parts/page.ts'

export interface Way {
  lang: Lang
  look: Look
  community: Community | null
  /** A path of this site, '' where she named none. */
  next: string
}

/** The way as the address or the form names it: `community` and `next`. */
export async function wayOf(house: House, c: Context, named: { community: string, next: string }): Promise<Way> {
  const community = await house.communityAt(named.community) ?? null
  return { lang: langOf(c), look: lookFrom(getCookie(c, 'look')), community, next: named.next && ownPath(named.next) }
}

/** The way as the address names it. */
export function wayAsked(house: House, c: Context): Promise<Way> {
  return wayOf(house, c, { community: c.req.query('community') ?? '', next: c.req.query('next') ?? '' })
}

/** An address of the sign-in, with the way kept. */
export function onTheWay(path: string, way: Pick<Way, 'community' | 'next'>): string {
  const named = { ...(way.community && { community: way.community.slug }), ...(way.next && { next: way.next }) }
  const query = new URLSearchParams(named).toString()
  return query ? `${path}?${query}` : path
}

/** The way in a form. */
export function wayFields(way: Way): Html {
  return html`<input type="hidden" name="community" value="${way.community?.slug ?? ''}">
<input type="hidden" name="next" value="${way.next}">`
}

/** A page of the sign-in. */
export function wayPage(way: Way, own: Pick<Frame, 'title' | 'islands' | 'back'>, body: Html): Html {
  return page({
    lang: way.lang, look: way.look, community: way.community, signedIn: false, here: onTheWay('/sign-in', way),
    current: 'me', narrow: true, ...own,
  }, body)
}

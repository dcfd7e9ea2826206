// Just come in, by whichever way: the account is linked to the people with its phone, and she goes where she wanted to.
import type { Handler } from 'hono'
import { perform } from '#kit/action.ts'
import { membershipsOf, membershipsOfPhone, today } from '#modules/communities/public.ts'
import { actorOf, linkAccount } from '#modules/people/public.ts'
import { signInPageText } from '#text/sign-in-pages.ts'
import type { House } from '../../house.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { note } from '#web/parts/list.ts'
import { local, page } from '#web/parts/page.ts'
import { goTo } from '#web/visit.ts'
import { withCookies } from './cookies.ts'
import { onTheWay, wayAsked, type Way } from './way.ts'

/** GET /sign-in/arrived: may be opened again, when the community has written her phone down by now. */
export function arrived(house: House): Handler {
  return async c => {
    const way = await wayAsked(house, c)
    const session = await house.signIn.whoIs(c.req.raw.headers)
    if (!session) return goTo(onTheWay('/sign-in', way))
    await link(house, session.accountId)
    const all = await membershipsOf(house.database.commons, session.accountId)
    const here = way.community ? all.filter(member => member.community_id === way.community?.id) : all
    const answer = here.length === 0 ? await c.html(unknownPage(way)) : goTo(whereTo(way, here))
    return withCookies(answer, session.cookies)
  }
}

/** Makes the account stand for everybody whose phone it is, in every community; written down there as that person's own act. */
async function link(house: House, accountId: string): Promise<void> {
  const phoneIndex = await house.signIn.phoneIndexOf(accountId)
  if (phoneIndex === null) return
  const now = house.clock()
  for (const member of await membershipsOfPhone(house.database.commons, phoneIndex)) {
    if (member.account_id === accountId) continue
    const actor = await house.database.look(member.community_id, db => actorOf(db, member.person_id, today(member, now)))
    if (actor.personId !== null) await perform(house.database, { ...house.means, now }, linkAccount, actor, { accountId, phoneIndex })
  }
}

function whereTo(way: Way, here: Awaited<ReturnType<typeof membershipsOf>>): string {
  const slugs = new Set(here.map(member => member.slug))
  const [slug = ''] = slugs
  if (slugs.size > 1) return way.next || '/'
  // Several people on one phone: she says who she is.
  if (here.length > 1) return onTheWay(`/${slug}/who`, { community: null, next: way.next })
  return way.next || `/${slug}`
}

function unknownPage(way: Way): Html {
  const { lang, look, community } = way
  const t = signInPageText(lang)
  return page({
    lang, look, community, signedIn: true, here: onTheWay('/sign-in/arrived', way), narrow: true, title: t.unknownTitle,
  }, html`<p>${community ? t.unknownIn(community.name) : t.unknown}</p>
<p class="dim">${t.unknownMay}</p>
<div class="stack gap">
${community && html`<a class="btn full" href="/${community.slug}/join">${icon('qr')}${t.haveInvitation}</a>`}
${community?.phone && html`<a class="btn full b-line" href="tel:${community.phone}">${icon('phone')}${t.askCommunity} <span class="num">${local(community.phone)}</span></a>`}
<a class="btn full b-line" href="${onTheWay('/sign-in/arrived', way)}">${icon('sync')}${t.lookAgain}</a>
<a class="btn full b-text" href="${way.next || (community ? `/${community.slug}` : '/')}">${t.goOn}</a>
</div>
${community ? note('', 'pin', t.tellThem) : nothing}`)
}

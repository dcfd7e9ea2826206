// Several people on one phone: whoever came in says who she is. Kept in a cookie that counts only where the account stands for that person.
import { membershipsOf, today } from '#modules/communities/public.ts'
import { actorOf } from '#modules/people/public.ts'
import { postText } from '#text/people.ts'
import { signInPageText } from '#text/sign-in-pages.ts'
import type { House } from '../../house.ts'
import { ownPath } from '#web/choose-look.ts'
import { chosenCookie } from '#web/door.ts'
import { framed } from '#web/frame.ts'
import { html, icon, type Html } from '#web/parts/html.ts'
import { goTo, typed, type Page, type Submit, type Visit } from '#web/visit.ts'

const YEAR = 31_536_000

/** GET /:community/who?next= */
export function page(house: House): Page {
  return async visit => {
    const { lang, community, accountId } = visit
    const t = signInPageText(lang)
    if (accountId === null) return goTo(`/sign-in?community=${community.slug}`)
    const mine = (await membershipsOf(house.database.commons, accountId)).filter(member => member.community_id === community.id)
    const rows: Html[] = []
    for (const member of mine) rows.push(await row(visit, member.person_id))
    return framed(visit, { title: t.who, current: 'me', narrow: true, back: `/${community.slug}` }, html`<p>${t.whoLead}</p>
<form class="stack gap" method="post" action="/${community.slug}/who">
<input type="hidden" name="next" value="${visit.url.searchParams.get('next') ?? ''}">${rows}</form>`)
  }
}

async function row(visit: Visit, personId: number): Promise<Html> {
  const { lang, community, db, now } = visit
  const person = await actorOf(db, personId, today(community, now))
  const what = person.homes[0]?.label ?? person.posts.map(post => postText(lang)[post.kind as 'secretary'])[0]
  return html`<button class="btn full b-line" name="as" value="${personId}">${icon('me')}${person.name}${
    what && html` <small>${what}</small>`}</button>`
}

/** POST /:community/who */
export const submit: Submit = async sent => {
  const wanted = typed(sent.form, 'next')
  const chosen = Number(typed(sent.form, 'as'))
  const answer = goTo(wanted ? ownPath(wanted) : `/${sent.community.slug}`)
  if (Number.isSafeInteger(chosen)) {
    answer.headers.append('set-cookie', `${chosenCookie(sent.community.id)}=${chosen}; Path=/; Max-Age=${YEAR}; HttpOnly; SameSite=Lax${sent.publicUrl.startsWith('https:') ? '; Secure' : ''}`)
  }
  return answer
}

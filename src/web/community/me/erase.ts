// 抹掉: says what goes, what stays and why; asks twice, since it cannot be undone.
import { eraseMyself, eraseMyselfInput, mayNotErase } from '#modules/people/public.ts'
import { eraseText } from '#text/me.ts'
import { framed } from '#web/frame.ts'
import { buttonOrWhy, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { EMPTY, goTo, shownOnce, type Page, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/me/erase; `?sure` is the second question. */
export const page: Page = async visit => {
  const { lang, actor, community, url } = visit
  const t = eraseText(lang)
  if (actor.personId === null) return goTo(`/${community.slug}/me`)
  return framed(visit, { title: t.title, narrow: true, back: `/${community.slug}/me/data` },
    url.searchParams.has('sure') ? second(visit) : first(visit))
}

/** POST /:community/me/erase: the first time it asks again, the second time it erases. */
export const erase: Submit = async sent => {
  const { form, community, lang } = sent
  const t = eraseText(lang)
  const texts = 'texts' in form.fields
  if (!('sure' in form.fields)) return goTo(`/${community.slug}/me/erase?sure=1${texts ? '&texts=1' : ''}`)
  await sent.act(eraseMyself, { sure: true, texts })
  await sent.account?.forgetIfNobody()
  return sent.show(visit => shownOnce(framed({ ...visit, accountId: null }, { title: t.done, narrow: true },
    html`<section class="slip center">${icon('check')}<p>${t.doneSay}</p><p><a class="btn b-line" href="/${community.slug}">${t.home}</a></p></section>`)))
}

function first({ lang, actor, community }: Visit): Html {
  const t = eraseText(lang)
  return html`<section class="card"><h2>${t.goes}</h2><p>${t.goesList}</p></section>
<section>${head(t.stays)}<div class="card flush list">${[t.staysOwner, t.staysMatters, t.staysJournal].map(line => html`<div><span class="grow">${line}</span></div>`)}</div></section>
${note('sun', 'warn', t.noWayBack)}
<form method="post" action="/${community.slug}/me/erase"><div class="consent field">${field(lang, eraseMyselfInput, 'texts', EMPTY)}</div>
<div class="field">${buttonOrWhy(lang, t.first, mayNotErase(actor))}</div></form>`
}

function second({ lang, community, url }: Visit): Html {
  const t = eraseText(lang)
  return html`<section class="card"><h2>${t.second}</h2><p>${t.noWayBack}</p></section>
<form method="post" action="/${community.slug}/me/erase">${requestKey(EMPTY)}<input type="hidden" name="sure" value="true">${
    url.searchParams.has('texts') && html`<input type="hidden" name="texts" value="true">`}<div class="field"><button class="btn full">${t.sure}</button></div></form>
<p class="field"><a class="btn full b-line" href="/${community.slug}/me">${t.keep}</a></p>`
}

// What the code on a contact card leads to: 120 first, then what he offers, and a field for one's own number. The volunteer's number is not there.
import { askCallBack, askCallBackInput, cardByCode, type Card } from '#modules/volunteers/public.ts'
import { volunteerPageText } from '#text/volunteer-pages.ts'
import { framed } from '#web/frame.ts'
import { orAgain } from '#web/parts/again.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { html, type Html } from '#web/parts/html.ts'
import { empty, note, toast } from '#web/parts/list.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/card/:code */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/card/:code */
export const submit: Submit = sent => orAgain(sent, async () => {
  await sent.act(askCallBack, { code: sent.params['code'] ?? '', phone: typed(sent.form, 'phone') })
  return goTo(`/${sent.community.slug}/card/${sent.params['code']}?done=1`)
}, mend => visit => shown(visit, mend), { field: 'phone' })

async function shown(visit: Visit, mend: Mend): Promise<Html | Response> {
  const { lang, db, params, community, url } = visit
  const t = volunteerPageText(lang)
  const card = await cardByCode(db, params['code'] ?? '')
  if (!card) return over(visit)
  return framed(visit, { title: t.card, narrow: true, back: `/${community.slug}/volunteers` }, html`${note('alarm', 'warn', t.emergency)}${
    url.searchParams.has('done') ? toast(t.askedBack) : html``}${about(visit, card)}
<form class="card" method="post">${errs(lang, mend)}${requestKey(mend)}${field(lang, askCallBackInput, 'phone', mend)}<div class="field"><button class="btn full">${t.askBack}</button></div></form>`)
}

function over(visit: Visit): Response {
  const { lang, community } = visit
  const t = volunteerPageText(lang)
  const page = framed(visit, { title: t.card, narrow: true, back: `/${community.slug}/volunteers` }, html`${note('alarm', 'warn', t.emergency)}<h2>${t.cardOver}</h2>${empty(t.cardOverWhy)}`)
  return new Response(String(page), { status: 410, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } })
}

function about({ lang }: Visit, { name, offers, hours }: Card): Html {
  const t = volunteerPageText(lang)
  return html`<section class="card"><h2>${name ?? t.neighbour}</h2><p>${offers}</p><p class="sm dim">${t.hours(hours)}</p></section>`
}

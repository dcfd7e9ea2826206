// The receipt: a number, a code that proves who raised it, and ten minutes for second thoughts.
import { matterById, SECOND_THOUGHTS, titleOf, withdrawMatter } from '#modules/matters/public.ts'
import { receiptText } from '#text/pages.ts'
import { framed, idIn } from '#web/frame.ts'
import { requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { six } from '#web/parts/steps.ts'
import { EMPTY, goTo, typed, type Page, type Submit, type Visit } from '#web/visit.ts'

/** GET /:community/matters/:id/receipt?code= */
export const page: Page = async visit => {
  const { lang, community, db, actor, url, now } = visit
  const t = receiptText(lang)
  const code = (url.searchParams.get('code') ?? '').slice(0, 40)
  const matter = await matterById(db, actor, idIn(visit), visit.isReceipt(idIn(visit), code))
  const left = matter.raised_at.add(SECOND_THOUGHTS).since(now, { largestUnit: 'second' }).total('minutes')
  return framed(visit, { title: t.title, narrow: true, back: `/${community.slug}` }, matter.withdrawn_at ? takenBack(visit) : html`<section class="slip center">
  <p class="dim">${t.number}</p><p><code>${matter.id}</code></p>
  <p class="dim">${t.code}</p><p><code class="receipt-code">${code.replace(/(.{4})(?=.)/gu, '$1 ')}</code></p>
  <p class="sm">${t.keep}</p>
</section>
<section class="card"><h2>${titleOf(matter.text)}</h2><p class="dim sm">${matter.label}</p>${six(lang, matter.step, { big: true })}<p class="sm">${t.today}</p></section>
<div class="stack field"><a class="btn full b-sea" href="/${community.slug}/matters/${matter.id}?code=${code}">${t.look}</a>
${left > 0 ? html`<form method="post" action="/${community.slug}/matters/${matter.id}/withdraw">${requestKey(EMPTY)}<input type="hidden" name="receipt" value="${code}"><button class="btn full b-line">${icon('undo')}${t.takeBack}</button><p class="why center">${t.takeBackHint(Math.ceil(left))}</p></form>` : nothing}
</div>`)
}

/** POST /:community/matters/:id/withdraw */
export const withdraw: Submit = async sent => {
  const receipt = typed(sent.form, 'receipt')
  await sent.act(withdrawMatter, { id: sent.params['id'], receipt })
  return goTo(`/${sent.community.slug}/matters/${idIn(sent)}/receipt?code=${encodeURIComponent(receipt)}`)
}

function takenBack({ lang, community }: Visit): Html {
  const t = receiptText(lang)
  return html`<section class="slip center">${icon('undo')}<p>${t.takenBack}</p><p><a class="btn b-line" href="/${community.slug}">${t.home}</a></p></section>`
}


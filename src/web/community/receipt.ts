// The receipt: a number, a code that proves who raised it, and ten minutes for second thoughts.
import { alike, followMatter, matterById, SECOND_THOUGHTS, titleOf, trailOf, withdrawMatter } from '#modules/matters/public.ts'
import { receiptText } from '#text/pages.ts'
import { authorText } from '#text/moderation-author.ts'
import { MANY, told } from './moderation/alike-card.ts'
import { ownLooks } from './moderation/own.ts'
import { framed, idFrom, idIn } from '#web/frame.ts'
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
${ownLooks(visit, matter, matter.standing === 'shown' ? [] : (await trailOf(db, matter.id, false, { personId: actor.personId, asRaiser: true })).cases)}
<section class="card"><h2>${titleOf(matter.text)}</h2><p class="dim sm">${matter.label}</p>${six(lang, matter.step, { big: true })}${matter.standing !== 'held' && html`<p class="sm">${t.today}</p>`}</section>
<div class="stack field"><a class="btn full b-sea" href="/${community.slug}/matters/${matter.id}?code=${code}">${t.look}</a>
${left > 0 ? html`<form method="post" action="/${community.slug}/matters/${matter.id}/withdraw">${requestKey(EMPTY)}<input type="hidden" name="receipt" value="${code}"><button class="btn full b-line">${icon('undo')}${t.takeBack}</button><p class="why center">${t.takeBackHint(Math.ceil(left))}</p></form>` : nothing}
</div>
${left > 0 ? await sameAs(visit, matter, code) : nothing}`)
}

// What a neighbour raised before may be the very same thing; then hers is taken back and she follows the other.
async function sameAs(visit: Visit, matter: Awaited<ReturnType<typeof matterById>>, code: string): Promise<Html> {
  const { lang, db, actor, community } = visit
  const t = receiptText(lang)
  const found = await alike(db, actor, { text: matter.text, placeId: matter.place_id, except: matter.id }, MANY)
  if (found.length === 0) return nothing
  const [others, neighbours] = [found.slice(0, 3), told(found)]
  return html`<section class="card"><h2>${neighbours > 3 ? authorText(lang).many(neighbours) : t.same}</h2><p class="dim sm">${t.sameHint}</p>${others.map(other => html`<div class="row wrap already-one"><a class="grow" href="/${community.slug}/matters/${other.id}">${
    titleOf(other.text)}<span class="dim xs"> ${other.label}</span></a>${actor.personId !== null && html`<form method="post" action="/${community.slug}/matters/${matter.id}/same">${requestKey(EMPTY)}<input type="hidden" name="receipt" value="${code}"><input type="hidden" name="other" value="${other.id}">${other.why.includes('samePerson') && html`<input type="hidden" name="own" value="true">`}<button class="btn b-line sm">${icon('check')}${t.itIs}</button></form>`}</div>`)}</section>`
}

/** POST /:community/matters/:id/same: follows the other matter and takes this one back; in that order, so that nothing is lost in between. */
export const same: Submit = async sent => {
  const { community, form } = sent
  const other = idFrom(typed(form, 'other')) ?? 0
  // Nobody follows what he raised himself.
  if (!('own' in form.fields)) await sent.act(followMatter, { id: other }, { requestKey: undefined })
  await sent.act(withdrawMatter, { id: idIn(sent), receipt: typed(form, 'receipt') })
  return goTo(`/${community.slug}/matters/${other}?done=follow`)
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


// The money of a matter, open to everybody who sees it; what was wrong is struck out and stays.
import { mayNot, spend, spendInput, strikeCost, strikeCostInput, yuanOf, type Extras } from '#modules/matters/public.ts'
import { matterPageText } from '#text/pages.ts'
import { costsText, paidFromText } from '#text/work-more.ts'
import { numberIn } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head } from '#web/parts/list.ts'
import { said } from '#web/parts/time.ts'
import { typed, type Mend, type Page, type Visit } from '#web/visit.ts'
import { around, formOrWhy, mendOf, partPage, taking, type Around, type Part, type Shown } from './part-page.ts'

type Cost = Extras['costs'][number]

/** The money as the matter's page shows it. */
export function costsPart(visit: Visit, matter: Shown, extras: Extras): Html {
  const { lang, community } = visit
  const t = costsText(lang)
  if (extras.costs.length === 0) return nothing
  return html`<section>${head(t.title, html`<a class="sm push" href="/${community.slug}/matters/${matter.id}/costs">${t.open}</a>`)}
<div class="card">${sum(visit, extras)}${extras.costs.filter(cost => cost.struck_why === null).map(cost => html`<p class="sum sm"><span class="dim">${cost.what}</span><span class="num">${t.yuan(yuanOf(cost.cents))}</span></p>`)}</div></section>`
}

/** GET /:community/matters/:id/costs?strike= */
export const page: Page = visit => shown(visit, {})

const shown: Part = async (visit, mends) => {
  const { lang } = visit
  const t = costsText(lang)
  const here = await around(visit)
  const { costs } = here.extras
  return partPage(visit, here, t.title, html`${costs.length === 0 ? empty(t.none) : html`<div class="card gap">${sum(visit, here.extras)}</div>
<ul class="card flush list">${costs.map(cost => html`<li>${row(visit, here, cost)}</li>`)}</ul>`}
${strikeForm(visit, here, mends['strike'])}${await addForm(visit, here, mendOf(mends, 'add'))}`)
}

/** POST /:community/matters/:id/costs */
export const add = taking('costs', shown, 'add', ({ act, form }, id) =>
  act(spend, { id, yuan: typed(form, 'yuan'), what: typed(form, 'what'), paidFrom: typed(form, 'paidFrom') }))

/** POST /:community/matters/:id/costs/strike */
export const strike = taking('costs', shown, 'strike', ({ act, form }, id) => act(strikeCost, { id, cost: typed(form, 'cost'), why: typed(form, 'why') }))

function sum({ lang }: Visit, { cents }: Extras): Html {
  const t = costsText(lang)
  return html`<p class="sum"><span>${t.sum}</span><b>${t.yuan(yuanOf(cents))}</b></p>`
}

function row({ lang, actor, now, community }: Visit, { matter, at }: Around, cost: Cost): Html {
  const t = costsText(lang)
  const amount = t.yuan(yuanOf(cost.cents))
  const struck = cost.struck_why !== null
  const when = said(lang, Temporal.Instant.from(cost.at), now, community.time_zone)
  return html`<span class="grow"><b class="row-title">${cost.what}</b><span class="row-meta">${dotted(paidFromText(lang)[cost.paid_from], cost.name, when)}</span>${
    struck && html`<span class="row-meta">${icon('close')}${t.struck(cost.struck_by ?? '', cost.struck_why ?? '')}</span>`}</span><span class="num">${struck ? html`<del>${amount}</del>` : amount}</span>${
    !struck && mayNot.handle(actor, matter.rules) === null && html`<a class="btn b-line sm no-print" href="${at}/costs?strike=${cost.id}#f-why" aria-label="${t.strikeThis}: ${cost.what}">${t.strikeThis}</a>`}`
}

function strikeForm({ lang, actor, url }: Visit, { matter, extras, at }: Around, sent: Mend | undefined): Html {
  const t = costsText(lang)
  const mend = sent ?? { problems: [], values: { cost: String(numberIn(url, 'strike') ?? '') } }
  const cost = extras.costs.find(one => String(one.id) === mend.values['cost'] && one.struck_why === null)
  if (!cost || mayNot.handle(actor, matter.rules)) return nothing
  return html`<section class="no-print">${head(t.summaryStrike)}<form class="card" method="post" action="${at}/costs/strike">${errs(lang, mend)}${requestKey(mend)}${field(lang, strikeCostInput, 'cost', mend)}
<p><del>${dotted(cost.what, t.yuan(yuanOf(cost.cents)))}</del></p>${field(lang, strikeCostInput, 'why', mend)}<div class="field"><button class="btn full b-line">${t.strike}</button></div></form></section>`
}

function addForm({ lang, actor }: Visit, { matter, at }: Around, mend: Mend): Promise<Html> {
  return formOrWhy(lang, costsText(lang).add, mayNot.handle(actor, matter.rules), () => html`<form class="card" method="post" action="${at}/costs">${errs(lang, mend)}${requestKey(mend)}${
    ['yuan', 'what', 'paidFrom'].map(name => field(lang, spendInput, name, mend))}<div class="field"><button class="btn full">${matterPageText(lang).send}</button></div></form>`)
}

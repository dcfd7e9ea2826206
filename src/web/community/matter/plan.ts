// The plan of a matter (what, who, by when, for how much) and what was decided.
import { mayNot, publishPlan, publishPlanInput, recordDecision, recordDecisionInput, yuanOf, type Extras } from '#modules/matters/public.ts'
import { matterPageText } from '#text/pages.ts'
import { costsText, planText } from '#text/work-more.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { head } from '#web/parts/list.ts'
import { day } from '#web/parts/time.ts'
import { typed, type Page, type Visit } from '#web/visit.ts'
import { around, formOrWhy, mendOf, partPage, taking, type Part, type Shown } from './part-page.ts'

/** The plan that holds, as the matter's page shows it. */
export function planPart({ lang }: Visit, _matter: Shown, { plan }: Extras): Html {
  const t = planText(lang)
  if (!plan) return nothing
  return html`<section>${head(t.title)}<div class="card"><p>${plan.text}</p><dl class="kv gap"><dt>${t.who}</dt><dd>${plan.who}</dd><dt>${t.due}</dt><dd>${day(lang, plan.due_on)}</dd><dt>${
    t.cost}</dt><dd class="num">${plan.cents === null ? t.noMoney : costsText(lang).yuan(yuanOf(plan.cents))}</dd></dl></div></section>`
}

/** GET /:community/matters/:id/plan */
export const page: Page = visit => shown(visit, {})

const shown: Part = async (visit, mends) => {
  const { lang, actor } = visit
  const t = planText(lang)
  const here = await around(visit)
  const mend = mendOf(mends, 'plan')
  return partPage(visit, here, t.title, html`${planPart(visit, here.matter, here.extras)}
${await formOrWhy(lang, t.publish, mayNot.handle(actor, here.matter.rules), () => html`<form class="card" method="post" action="${here.at}/plan">${errs(lang, mend)}${requestKey(mend)}${
    ['text', 'who', 'due', 'yuan'].map(name => field(lang, publishPlanInput, name, mend))}<div class="field"><button class="btn full">${t.publish}</button></div></form>`)}`)
}

/** POST /:community/matters/:id/plan */
export const publish = taking('plan', shown, 'plan', ({ act, form }, id) =>
  act(publishPlan, { id, text: typed(form, 'text'), who: typed(form, 'who'), due: typed(form, 'due'), yuan: typed(form, 'yuan') }))

/** GET /:community/matters/:id/decision */
export const decisionPage: Page = visit => deciding(visit, {})

const deciding: Part = async (visit, mends) => {
  const { lang, actor } = visit
  const t = planText(lang)
  const here = await around(visit)
  const mend = mendOf(mends, 'decision')
  return partPage(visit, here, t.decide, await formOrWhy(lang, t.summaryDecide, mayNot.handle(actor, here.matter.rules), () => html`<form class="card" method="post" action="${here.at}/decision">${errs(lang, mend)}${requestKey(mend)}${
    field(lang, recordDecisionInput, 'text', mend)}<div class="field"><button class="btn full">${matterPageText(lang).send}</button></div></form>`))
}

/** POST /:community/matters/:id/decision */
export const decide = taking('decision', deciding, 'decision', ({ act, form }, id) => act(recordDecision, { id, text: typed(form, 'text') }))

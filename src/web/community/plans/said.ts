// What people say about a plan, part by part and by stance, with what became of each; and the form to say something.
import { clustered, mayNotWithPlan, suggestInput, type PlanSaid } from '#modules/plans/public.ts'
import { reportText } from '#text/moderation-author.ts'
import { fateText, plansText, suggestText } from '#text/plans.ts'
import { buttonOrWhy, choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { said } from '#web/parts/time.ts'
import { EMPTY, type Mend, type Visit } from '#web/visit.ts'
import { headingOf, lines, type Around } from './around.ts'

/** Everything that was said, under the part that it is about. */
export function saidPart(visit: Visit, here: Around): Html {
  const { lang } = visit
  const t = suggestText(lang)
  const { plan, planned } = here
  const groups = clustered(plan.suggestions, planned.newest?.parts ?? [])
  return html`<section id="said">${head(t.title, html`<span class="dim sm push">${plan.suggestions.length}</span>`)}${groups.length === 0 ? html`<p class="nothing">${t.noneYet}</p>` : nothing}${
    groups.map(({ part, stances }) => html`<h3 class="gap">${headingOf(visit, plan, part)}</h3>${stances.map(({ stance, suggestions }) => html`<h4 class="gap dim sm">${t[stance]} ${suggestions.length}</h4>${
      suggestions.map(one => suggestion(visit, here, one))}`)}`)}</section>`
}

function suggestion(visit: Visit, here: Around, one: PlanSaid): Html {
  const { lang, now, community } = visit
  const t = suggestText(lang)
  if (one.text === null) return html`<p class="dim sm gap" id="s-${one.id}">${icon('lock')} ${t.number(one.id)} ${t.removed}</p>`
  const good = one.fate === 'adopted' || one.fate === 'partly'
  return html`<div class="adopt gap${!good && ' not'}" id="s-${one.id}"><p class="row wrap"><b>${t.number(one.id)}</b><span class="badge push${good && ' leaf'}">${
    one.fate === null ? fateText(lang).open : fateText(lang)[one.fate]}</span></p>
<blockquote class="say">${lines(one.text)}<footer>${dotted(one.own ? t.you : one.name ?? t.aNeighbour, plansText(lang).version(one.version), said(lang, one.at, now, community.time_zone),
    one.supports > 0 && t.supports(one.supports), one.standing !== 'shown' && t.held)}</footer></blockquote>${fate(visit, here, one)}${taps(visit, here, one)}</div>`
}

function fate(visit: Visit, { plan }: Around, one: PlanSaid): Html {
  const t = fateText(visit.lang)
  const { fate_version: version } = one
  const there = version !== null && plan.versions.some(known => known.number === version)
  const where = version !== null && (there ? t.into : t.willBe)(version, headingOf(visit, plan, one.fate_part))
  return html`${where && html`<p>${there ? html`<a href="?v=${version}">${where}</a>` : where}</p>`}${one.fate_words && html`<p>${lines(one.fate_words)}</p>`}${
    one.name && html`<p class="sm">${t.thanks(one.name)}</p>`}`
}

function taps(visit: Visit, here: Around, one: PlanSaid): Html {
  const { lang, actor, community } = visit
  const t = suggestText(lang)
  const { planned, at, matter } = here
  const mayShare = one.standing === 'shown' && mayNotWithPlan.support(actor, planned, { id: one.id, author: one.own ? actor.personId : null, version: one.version, fate: one.fate, standing: one.standing }) === null
  const mayDecide = mayNotWithPlan.decide(actor, planned) === null
  return html`<div class="row wrap gap no-print">${mayShare && html`<form method="post" action="${at}/support">${requestKey(EMPTY)}<input type="hidden" name="suggestion" value="${one.id}"><input type="hidden" name="on" value="${
    one.supported ? '' : 'true'}"><button class="btn b-line sm">${one.supported ? t.notAnyMore : t.meToo}</button></form>`}${
    mayDecide && html`<a class="btn b-line sm" href="${at}/answer?suggestion=${one.id}">${fateText(lang).decide}</a>`}${
    !one.own && html`<a class="rest sm" href="/${community.slug}/matters/${matter.id}/report?thing=note&of=${one.id}">${reportText(lang).title}</a>`}</div>`
}

/** The form to say something about the newest version; grey with the reason for whoever may not. */
export function sayForm(visit: Visit, { planned, plan, at }: Around, mend: Mend): Html {
  const { lang, actor, now } = visit
  const t = suggestText(lang)
  const refusal = mayNotWithPlan.suggest(actor, planned, now)
  if (refusal) return html`<section class="no-print">${head(t.say)}${buttonOrWhy(lang, t.say, refusal)}</section>`
  const parts = plan.versions.at(-1)?.parts ?? []
  return html`<section class="no-print">${head(t.say)}<form class="card" method="post" action="${at}">${errs(lang, mend)}${requestKey(mend)}${
    choose(lang, 'part', t.part, parts.map(part => ({ value: part.number, words: part.heading })), typedIn(mend, 'part'), mend.problems.find(problem => problem.field === 'part')?.reason, plansText(lang).whole)}${
    field(lang, suggestInput, 'stance', mend)}${field(lang, suggestInput, 'text', mend)}<div class="field"><button class="btn full">${t.send}</button></div></form>${creditHint(visit)}</section>`
}

function typedIn({ values }: Mend, name: string): string {
  return String([values[name] ?? ''].flat()[0] ?? '')
}

// Asked by itself, and only of whoever could be credited.
function creditHint({ lang, community, actor }: Visit): Html {
  if (actor.personId === null) return nothing
  return note('', 'me', html`<a href="/${community.slug}/me/consents">${fateText(lang).creditLink}</a>`)
}

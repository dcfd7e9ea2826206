// 一户一户核: what the roster leaves open about a home is settled, each with a small form and the grounds.
import { decisionById, homesToSettle, mayNotIn, problemsOf, settleHome, settleHomeInput, type HomeToSettle, type ToSettle } from '#modules/decisions/public.ts'
import { today } from '#modules/communities/public.ts'
import { peopleNamed } from '#modules/people/public.ts'
import { settlementText } from '#text/decision-words.ts'
import { settleText } from '#text/decision-pages-desk.ts'
import { decisionText } from '#text/decisions.ts'
import { numberIn } from '#web/frame.ts'
import { buttonOrWhy, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { empty, head } from '#web/parts/list.ts'
import { EMPTY, typed, type Mend, type Page, type Visit } from '#web/visit.ts'
import { addressOf, kept, keepingPage, taking, valueOf } from './keeping.ts'

type Decision = Awaited<ReturnType<typeof decisionById>>

/** GET /:community/decisions/:id/homes?home=&name= */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/decisions/:id/homes */
export const settle = taking(({ act, form }, id) => act(settleHome, {
  id, home: typed(form, 'home'), kind: typed(form, 'kind'), person: typed(form, 'person'), owner: typed(form, 'owner'), reason: typed(form, 'reason'),
}), 'homes', mend => visit => shown(visit, mend))

const PROBLEM = {
  'no area': 'noArea', 'no owner': 'noOwner', 'no voter named': 'noVoter',
  'two voters named': 'twoVoters', 'two guardians': 'twoGuardians', 'nobody for the developer': 'noDeveloper',
} as const

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, community, now, url } = visit
  const t = settleText(lang)
  const decision = await kept(visit)
  const home = Number(valueOf(mend, 'home')) || numberIn(url, 'home')
  if (home) return oneHome(visit, decision, home, mend)
  const { open, rest, settled } = await problemsOf(db, decision, decision.as_of ?? today(community, now))
  const refusal = mayNotIn(['draft', 'roll'])(visit.actor, decision)
  return keepingPage(visit, decision, t.title, html`<p class="dim sm">${t.lead}</p>${
    open.length === 0 ? empty(t.none) : open.map(one => problemCard(visit, decision, one, refusal))}${
    rest > 0 && html`<p class="dim sm gap">${t.more(rest)}</p>`}${settledPart(visit, decision, settled)}`)
}

// What is usual is one tap; everything else has its own page.
function problemCard(visit: Visit, decision: Decision, one: ToSettle, refusal: ReturnType<ReturnType<typeof mayNotIn>>): Html {
  const { lang, community } = visit
  const t = settleText(lang)
  const named = one.problem === 'no voter named' || one.problem === 'two voters named'
  return html`<section class="card"><p class="row wrap"><b class="grow">${one.label}</b>${one.stops && html`<span class="badge alarm">${
    icon('warn')}${t.stops}</span>`}</p><p class="dim sm">${t[PROBLEM[one.problem]]}</p>
${named ? html`<form method="post" action="${addressOf(visit, decision.id, 'homes')}">${
    requestKey(EMPTY)}<input type="hidden" name="home" value="${one.id}"><input type="hidden" name="kind" value="named">
<fieldset class="field"><legend>${decisionText(lang).whoVotes}</legend><div class="pick two">${
    one.owners.map(({ id, name }) => html`<label><input type="radio" name="person" value="${id}" required><span>${
    name}</span></label>`)}</div></fieldset>
${reasonField(lang, one.id)}<div class="field">${buttonOrWhy(lang, t.save, refusal, 'b-sea')}</div></form>` : nothing}
<p class="row wrap">${one.problem === 'no area' && html`<a class="rest" href="/${community.slug}/homes/${one.id}">${
    t.toRoster}</a>`}<a class="rest" href="${addressOf(visit, decision.id, 'homes')}?home=${one.id}">${t.other}</a></p></section>`
}

function reasonField(lang: Visit['lang'], home: number): Html {
  return html`<div class="field"><label for="r-${home}">${decisionText(lang).reason}</label><p class="hint">${
    decisionText(lang).settlementHint}</p><input type="text" id="r-${home}" name="reason" maxlength="300" required></div>`
}

async function oneHome(visit: Visit, decision: Decision, home: number, mend: Mend): Promise<Html> {
  const { lang, db, actor, url } = visit
  const t = settleText(lang)
  const found = (await homesToSettle(db, decision.id, [home])).find(({ id }) => id === home)
  const name = url.searchParams.get('name')?.trim() ?? ''
  const others = name.length > 0 ? await peopleNamed(db, actor, 'keep decision', name) : []
  const at = addressOf(visit, decision.id, 'homes')
  return keepingPage(visit, decision, t.title, html`<h2>${found?.label ?? home}</h2>
<form class="card gap" method="get" action="${at}"><input type="hidden" name="home" value="${
    home}"><div class="field"><label for="f-name">${t.findName}</label><p class="hint">${
    t.findHint}</p><input type="text" id="f-name" name="name" value="${name}"></div><div class="field"><button class="btn full b-line">${
    t.find}</button></div></form>
<form class="card" method="post" action="${at}">${errs(lang, mend)}${requestKey(mend)}<input type="hidden" name="home" value="${home}">
${field(lang, settleHomeInput, 'kind', mend)}${people(visit, 'person', decisionText(lang).whoVotes, [...found?.owners ?? [], ...others], mend)}${
    people(visit, 'owner', decisionText(lang).whoseGuardian, found?.owners ?? [], mend)}${field(lang, settleHomeInput, 'reason', mend)}
<div class="field">${buttonOrWhy(lang, t.save, mayNotIn(['draft', 'roll'])(actor, decision))}</div></form>`, { back: 'homes' })
}

function people({ lang }: Visit, name: 'person' | 'owner', legend: string, some: readonly { id: number, name: string }[], mend: Mend): Html {
  const chosen = valueOf(mend, name)
  const wrong = mend.problems.find(({ field }) => field === name)?.reason
  const option = (value: string, words: string, i: number) => html`<label><input type="radio"${i === 0 && html` id="f-${name}"`} name="${
    name}" value="${value}"${chosen === value && html` checked`}><span>${words}</span></label>`
  return html`<fieldset class="field${wrong && ' bad'}"><legend>${legend}</legend><div class="pick two">${
    [{ id: '', name: settleText(lang).nobody }, ...some].map((one, i) => option(String(one.id), one.name, i))}</div>${
    wrong && html`<span class="err">${icon('warn')}${wrong(lang)}</span>`}</fieldset>`
}

function settledPart(visit: Visit, decision: Decision, settled: readonly HomeToSettle[]): Html {
  const { lang } = visit
  if (settled.length === 0) return nothing
  const kinds = settlementText(lang)
  return html`<section>${head(settleText(lang).settled)}<ul class="card flush list">${
    settled.map(({ id, label, settled: kind, owners, person_id, reason }) => html`<li><span class="grow"><b class="row-title">${
    label}</b><span class="row-meta">${
    (Object.keys(kinds) as (keyof typeof kinds)[]).filter(one => one === kind).map(one => kinds[one])}${person_id !== null && ` ${
    owners.find(one => one.id === person_id)?.name ?? ''}`}${lang === 'zh' ? '：' : ': '}${reason}</span></span><a class="rest" href="${
    addressOf(visit, decision.id, 'homes')}?home=${id}">${settleText(lang).other}</a></li>`)}</ul></section>`
}

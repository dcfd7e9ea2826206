// 一次业主表决: what is asked, one's own ballot, how far it is, what came of it, how it is counted, its days, its proofs.
import { Invalid } from '#kit/errors.ts'
import {
  castBallot, castByMandate, decisionById, decisionShown, figuresOf, mayNotKeep, ownPart, rulesFor, type Decision, type DecisionShown, type Figures, type OwnPart,
} from '#modules/decisions/public.ts'
import { holds } from '#modules/people/public.ts'
import type { Rules } from '#modules/law/public.ts'
import { itemText, stageText } from '#text/decision-words.ts'
import { ballotText, howText, outcomeText, votePageText } from '#text/decision-pages.ts'
import { countedPageText } from '#text/decision-pages-roll.ts'
import { today } from '#modules/communities/public.ts'
import { framed, idIn } from '#web/frame.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { note, toast } from '#web/parts/list.ts'
import { dayAndTime } from '#web/parts/time.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { choicesIn } from './ballot-form.ts'
import { daysPart, revocationUntil } from './days.ts'
import { figuresPart, towersPart } from './figures.ts'
import { styles } from './gauge.ts'
import { howPart } from './how.ts'
import { minePart } from './mine.ts'
import { object, objectionsPart } from './objections.ts'
import { outcomePart } from './outcome.ts'
import { postingsPart } from './postings.ts'
import { dayOf } from './said.ts'

/** What was sent and has to be mended: the ballot, or the objection. */
interface Mends { cast?: Mend, object?: Mend }

/** GET /:community/decisions/:id */
export const page: Page = visit => shown(visit, {})

/** POST /:community/decisions/:id */
export const cast: Submit = async sent => {
  const id = idIn(sent)
  try {
    await sent.act(castBallot, { id, choices: choicesIn(sent.form) })
  } catch (problem) {
    if (!(problem instanceof Invalid)) throw problem
    return sent.show(visit => shown(visit, { cast: { values: sent.form.fields, problems: problem.problems } }))
  }
  return goTo(`/${sent.community.slug}/decisions/${id}?done=cast`)
}

/** POST /:community/decisions/:id/mandates/hand-in */
export const handIn: Submit = async sent => {
  const id = idIn(sent)
  await sent.act(castByMandate, { id, mandate: typed(sent.form, 'mandate') })
  return goTo(`/${sent.community.slug}/decisions/${id}?done=cast`)
}

/** POST /:community/decisions/:id/objections */
export const objected: Submit = object(mend => visit => shown(visit, { object: mend }))

const NO_PART: OwnPart = { number: null, area: 0, homes: [], ballot: null, mandates: [] }

async function shown(visit: Visit, mends: Mends): Promise<Html> {
  const { lang, db, actor, community, now, publicUrl } = visit
  const decision = await decisionById(db, actor, idIn(visit))
  const seen = await decisionShown(db, decision.id)
  const own = actor.personId === null ? NO_PART : await ownPart(db, decision.id, actor.personId)
  const rules = decision.rules ?? (await rulesFor(db, decision.estate.id, today(community, now))).rules
  const figures = decision.rules !== null && ['open', 'closed', 'posted'].includes(decision.stage) ? await figuresOf(db, decision.id) : null
  const at = `/${community.slug}/decisions`
  return framed(visit, { title: votePageText(lang).title, current: 'board', back: at, qr: `${publicUrl}${at}/${decision.id}` }, html`${
    styles}${done(visit)}
<div class="cols"><div>${opening(visit, decision, seen)}${standing(visit, decision)}${keeping(visit, decision)}${
    minePart(visit, decision, seen, own, rules, mends.cast ?? EMPTY)}${middle(visit, decision, seen, figures, rules)}</div>
<div>${howPart(visit, decision, seen, rules)}${daysPart(visit, decision, seen, rules)}<section class="stack">${
    postingsPart(visit, decision.id, seen)}${
    objectionsPart(visit, decision, seen, mends.object ?? EMPTY)}${revocationPart(visit, decision, rules)}</section></div></div>`)
}

function done({ lang, url }: Visit): Html {
  const what = url.searchParams.get('done')
  return what === 'cast' ? toast(ballotText(lang).sent) : what === 'objected' ? toast(howText(lang).objected) : nothing
}

function opening({ lang, community }: Visit, decision: Decision, { building, convener, questions }: DecisionShown): Html {
  const t = votePageText(lang)
  const items = [...new Set(questions.map(({ item }) => item))]
  return html`<p class="row wrap"><span class="badge brick">${icon('vote')}${t.number(decision.id)}</span><span class="badge">${
    stageText(lang)[decision.stage]}</span><span class="badge">${
    decision.secret ? html`${icon('lock')}${t.secret}` : t.open}</span></p>
<h2 class="gap">${decision.title}</h2><p class="dim">${decision.about}</p>
<p class="sm dim">${dotted(decision.estate.label, t.convener(convener), building && t.onlyBuilding(building),
    decision.matter_id !== null && html`<a href="/${community.slug}/matters/${decision.matter_id}">${t.fromMatter(decision.matter_id)}</a>`)}</p>
<p class="sm dim">${items.map(item => itemText(lang)[item]).join(lang === 'zh' ? '；' : '; ')}</p>`
}

function standing({ lang, community }: Visit, decision: Decision): Html {
  const t = votePageText(lang)
  const { stage, opens_at } = decision
  const roll = html`<a href="/${community.slug}/decisions/${decision.id}/roll">${t.seeRoll}</a>`
  return html`${decision.damaged_at && note('alarm', 'warn', t.damaged)}${decision.advisory && note('sun', 'warn', t.advisory)}${
    stage === 'dropped' && note('', 'close', t.dropped(decision.dropped_reason ?? ''))}${stage === 'roll' && note('sun', 'ledger', html`${
    t.rollNow}<br>${roll}`)}${
    stage === 'announced' && opens_at && note('', 'clock', html`${t.from(dayAndTime(lang, opens_at, decision.zone))}<br>${roll}`)}`
}

// What those who keep the vote or collect its papers go on to.
function keeping({ lang, actor, community }: Visit, decision: Decision): Html {
  const t = votePageText(lang)
  const at = `/${community.slug}/decisions/${decision.id}`
  const keeps = mayNotKeep(actor, decision) === null
  const collects = holds(actor, 'collect ballots') && (decision.stage === 'announced' || decision.stage === 'open')
  if (!keeps && !collects) return nothing
  const link = (to: string, words: string) => html`<a class="btn b-line sm" href="${at}/${to}">${words}</a>`
  return html`<p class="row wrap gap no-print">${keeps && link('desk', t.desk)}${collects && html`${link('door', t.door)}${
    link('entry', t.papers)}`}</p>`
}

// Open: how far it is. Counted: what came of it, and the way to every ballot and every file. Before: the questions.
function middle(visit: Visit, decision: Decision, seen: DecisionShown, figures: Figures | null, rules: Rules): Html {
  const { lang } = visit
  if (decision.stage === 'open' && figures) return html`${figuresPart(visit, decision, figures)}${rollLink(visit, decision)}`
  if (!seen.result) return questionsPart(visit, seen)
  return html`${decision.closed_at && html`<p class="dim sm gap">${
    outcomeText(lang).counted(dayAndTime(lang, decision.closed_at, decision.zone))}</p>`}${
    outcomePart(visit, seen, seen.result, rules)}${figures ? towersPart(visit, decision, figures) : nothing}${downloads(visit, decision)}`
}

function questionsPart({ lang }: Visit, { questions }: DecisionShown): Html {
  if (questions.length === 0) return nothing
  return html`<section class="card"><ol class="stack">${questions.map(({ text, detail, item, seats, candidates }) => html`<li><p><b>${
    text}</b></p>${detail && html`<p class="sm">${detail}</p>`}<p class="sm dim">${
    itemText(lang)[item]}</p>${candidates.length > 0 && html`<ul class="facts sm">${
    candidates.map(({ number, name, about }) => html`<li><b>${number}. ${name}</b> ${about}</li>`)}</ul><p class="sm dim">${
    ballotText(lang).upTo(seats ?? 0)}</p>`}</li>`)}</ol></section>`
}

function rollLink({ lang, community }: Visit, { id }: Decision): Html {
  return html`<p><a class="rest" href="/${community.slug}/decisions/${id}/roll">${votePageText(lang).seeRoll}</a></p>`
}

function downloads({ lang, community }: Visit, { id, secret }: Decision): Html {
  const t = outcomeText(lang)
  const at = `/${community.slug}/decisions/${id}`
  const link = (to: string, words: string) => html`<a class="btn b-line" href="${at}/${to}">${words}</a>`
  return html`<section class="row wrap no-print">${link('sheet', t.sheet)}${link('ballots', secret ? t.marks : t.list)}${
    link('roll', votePageText(lang).seeRoll)}${link('archive.zip', t.archive)}${
    link('check', t.checkAny)}</section><section><p class="sm dim">${countedPageText(lang)[secret ? 'secretLead' : 'openLead']}</p></section>`
}

function revocationPart({ lang }: Visit, decision: Decision, rules: Rules): Html {
  const until = revocationUntil(decision, rules)
  return until ? html`<p class="xs dim">${howText(lang).revocationSay(dayOf(lang, until))}</p>` : nothing
}

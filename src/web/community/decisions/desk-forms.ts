// The forms of the desk: roll, announcement, answers to objections, posting the result, taking the vote back.
import {
  announceInput, dropInput, freezeRollInput, mayNotIn, sittingOf, type Decision, type DecisionShown, type ObjectionShown,
} from '#modules/decisions/public.ts'
import { hungOut, numberIn, type Rules } from '#modules/law/public.ts'
import { voteDeskText } from '#text/decision-pages-desk.ts'
import { decisionText } from '#text/decisions.ts'
import { howText, votePageText } from '#text/decision-pages.ts'
import { buttonOrWhy, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { EMPTY, type Mend, type Visit } from '#web/visit.ts'
import { addressOf, momentField, valueOf } from './keeping.ts'
import { objectionSaid } from './objections.ts'
import { dayOf } from './said.ts'

// How long objections and a vote usually run where nobody says otherwise, in days.
const OBJECTIONS = 7
const VOTING = 10

function todayOf({ now }: Visit, { zone }: Decision): Temporal.PlainDate {
  return now.toZonedDateTimeISO(zone).toPlainDate()
}

/** Settle, freeze, and the link to the roll. */
export function rollPart(visit: Visit, decision: Decision, { roll }: DecisionShown, mend: Mend): Html {
  const { lang, actor } = visit
  const t = voteDeskText(lang)
  if (decision.stage !== 'draft' && decision.stage !== 'roll') return nothing
  const today = todayOf(visit, decision)
  const filled: Mend = mend === EMPTY ? { values: { asOf: today.toString(), objectionsUntil: today.add({ days: OBJECTIONS }).toString() }, problems: [] } : mend
  return html`<section>${head(t.roll)}<div class="row wrap"><a class="btn b-line" href="${addressOf(visit, decision.id, 'homes')}">${t.homes}</a>${
    decision.as_of !== null && roll && html`<a class="btn b-line" href="${addressOf(visit, decision.id, 'roll')}">${
    votePageText(lang).seeRoll}</a>`}</div>
<form class="card gap" method="post" action="${addressOf(visit, decision.id, 'freeze')}">${errs(lang, mend)}${requestKey(mend)}${
    field(lang, freezeRollInput, 'asOf', filled)}${
    field(lang, freezeRollInput, 'objectionsUntil', filled)}<p class="hint gap">${t.freezeHint}</p><div class="field">${
    buttonOrWhy(lang, decision.as_of === null ? t.freeze : t.freezeAgain, mayNotIn(['draft', 'roll'])(actor, decision),
      decision.stage === 'roll' ? 'b-line' : '')}</div></form></section>`
}

/** Times of the vote; the earliest opening is computed from today and said with its rule. */
export function announcePart(visit: Visit, decision: Decision, { questions, objections }: DecisionShown, rules: Rules, mend: Mend): Html {
  const { lang } = visit
  const t = voteDeskText(lang)
  if (decision.stage !== 'roll' && decision.stage !== 'announced') return nothing
  const days = numberIn(rules, sittingOf(decision).extraordinary ? 'notice_extraordinary' : 'notice')?.value ?? 0
  const earliest = hungOut(todayOf(visit, decision), days)
  const last = earliest.add({ days: Math.max(VOTING, numberIn(rules, 'voting')?.value ?? 0) })
  const body = html`<form class="card" method="post" action="${addressOf(visit, decision.id, 'announce')}">${errs(lang, mend)}${
    requestKey(mend)}<p class="sm">${t.announceHint(days, dayOf(lang, earliest))}</p>${
    momentField(visit, announceInput, 'opens', mend, `${earliest.toString()}T08:00`)}${momentField(visit, announceInput, 'closes', mend, `${
    last.toString()}T20:00`)}
<div class="field">${buttonOrWhy(lang, decision.stage === 'roll' ? t.announce : t.announceAgain, notReady(visit, decision, questions.length, objections))}</div></form>`
  if (decision.stage === 'roll') return html`<section>${head(t.announce)}${body}</section>`
  return html`<details class="gap"${mend.problems.length > 0 && html` open`}><summary class="rest">${
    t.announceAgain}</summary><p class="dim sm">${t.announceAnew}</p>${body}</details>`
}

// What the act would refuse anyway, said before anybody fills in the form.
function notReady(visit: Visit, decision: Decision, questions: number, objections: readonly ObjectionShown[]) {
  const waiting = objections.filter(({ about, answer }) => about !== 'result' && answer === null).length
  const until = decision.objections_until
  if (questions === 0) return (lang: 'zh' | 'en') => decisionText(lang).noQuestions
  if (until !== null && todayOf(visit, decision).toString() <= until) return (lang: 'zh' | 'en') => decisionText(lang).objectionsRun(until)
  return waiting > 0 ? (lang: 'zh' | 'en') => decisionText(lang).objectionsOpen(waiting) : null
}

/** Every objection, and the form for those that wait. */
export function answersPart(visit: Visit, decision: Decision, { objections }: DecisionShown, mend: Mend): Html {
  const { lang } = visit
  const t = voteDeskText(lang)
  if (decision.stage === 'draft' || decision.stage === 'dropped') return nothing
  const form = (one: ObjectionShown) => {
    const own = valueOf(mend, 'objection') === String(one.id) ? mend : EMPTY
    return html`<form method="post" action="${addressOf(visit, decision.id, 'answers')}">${errs(lang, own)}${
    requestKey(own)}<input type="hidden" name="objection" value="${one.id}">
<fieldset class="field"><legend>${decisionText(lang).upheld}</legend><div class="pick two">${
    ([['true', howText(lang).upheld], ['false', howText(lang).notUpheld]] as const).map(([value, words]) =>
  html`<label><input type="radio" name="upheld" value="${value}"${valueOf(own, 'upheld') === value && html` checked`} required><span>${
    words}</span></label>`)}</div></fieldset>${
    answerField(visit, one.id, own)}<div class="field"><button class="btn full b-sea">${t.answer}</button></div></form>`
  }
  return html`<section>${head(t.objections)}${objections.length === 0 ? html`<p class="dim sm">${t.noObjections}</p>` : objections.map(one =>
    html`<div class="card sm">${objectionSaid(visit, decision, one, true)}${one.answer === null ? form(one) : nothing}</div>`)}</section>`
}

// Several forms on one page: each has its own field id.
function answerField({ lang }: Visit, id: number, mend: Mend): Html {
  const wrong = mend.problems.find(problem => problem.field === 'answer')?.reason
  return html`<div class="field${wrong && ' bad'}"><label for="a-${id}">${decisionText(lang).answer}</label><p class="hint">${
    decisionText(lang).answerHint}</p><textarea id="a-${id}" name="answer" maxlength="1000">${
    valueOf(mend, 'answer')}</textarea>${wrong && html`<span class="err">${icon('warn')}${wrong(lang)}</span>`}</div>`
}

/** The result hangs: one tap, once every building has its photo. */
export function postResultPart(visit: Visit, decision: Decision): Html {
  const { lang, actor } = visit
  const t = voteDeskText(lang)
  if (decision.stage !== 'closed') return nothing
  return html`<section>${note('', 'camera', t.postResultHint)}<form method="post" action="${addressOf(visit, decision.id, 'post')}">${
    requestKey(EMPTY)}<div class="gap">${
    buttonOrWhy(lang, t.postResult, mayNotIn(['closed'])(actor, decision))}</div></form></section>`
}

/** Taking it back, with a reason for everybody. */
export function dropPart(visit: Visit, decision: Decision, mend: Mend): Html {
  const { lang, actor } = visit
  const t = voteDeskText(lang)
  if (mayNotIn(['draft', 'roll', 'announced'])(actor, decision) !== null) return nothing
  return html`<details class="gap"${mend.problems.length > 0 && html` open`}><summary class="rest">${
    t.drop}</summary><form class="card" method="post" action="${addressOf(visit, decision.id, 'drop')}">${
    errs(lang, mend)}${requestKey(mend)}${field(lang, dropInput, 'reason', mend)}<div class="field"><button class="btn full b-line">${
    t.drop}</button></div></form></details>`
}

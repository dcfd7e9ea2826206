// 在家提问: what people ask from home, and what became of it.
import { answerSessionInput, askSessionInput, mayNotAtSession, standOf, type Hall, type SessionShown } from '#modules/councils/public.ts'
import { maskedName } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'
import { buttonOrWhy, errs, field } from '#web/parts/fields.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { empty, head } from '#web/parts/list.ts'
import { EMPTY, type Visit } from '#web/visit.ts'
import { doing, tap, type Mends } from './around.ts'

type Question = Hall['questions'][number]

/** The questions and a line to ask one. */
export function questionsPart(visit: Visit, session: SessionShown, hall: Hall, at: string, mends: Mends): Html {
  const { lang, actor } = visit
  const t = sessionText(lang)
  const stand = standOf(session)
  const mend = mends['ask'] ?? EMPTY
  const over = stand !== 'called' && stand !== 'open'
  if (over && hall.questions.length === 0) return nothing
  return html`<section>${head(t.questions)}${hall.questions.length === 0 ? empty(t.noQuestions) : html`<ul class="card flush list">${hall.questions.map(one => html`<li><span class="grow"><b class="row-title">${one.text}</b>${
    one.answer && html`<span>${one.answer}</span>`}<span class="row-meta">${dotted(hall.inside || one.person_id === actor.personId ? one.name : maskedName(one.name), standing(visit, one))}</span>${
    hall.keeper && one.answered === null && stand !== 'sealed' ? answering(visit, one, at, mends) : nothing}</span></li>`)}</ul>`}
${over ? nothing : html`<form class="card no-print" method="post" action="${at}">${errs(lang, mend)}${doing('ask', mend)}${field(lang, askSessionInput, 'text', mend)}<div class="field">${
    buttonOrWhy(lang, t.send, mayNotAtSession.ask(actor, session))}</div></form>`}</section>`
}

function standing({ lang }: Visit, one: Question): string {
  const t = sessionText(lang)
  if (one.answered === 'aloud') return t.aloud
  if (one.answered === 'in_writing') return t.inWriting
  if (one.answered === 'declined') return t.declined
  return one.standing === 'shown' ? '' : t.held
}

function answering({ lang }: Visit, one: Question, at: string, mends: Mends): Html {
  const t = sessionText(lang)
  const sent = mends['answerQuestion']
  const mend = sent?.values['question'] === String(one.id) ? sent : EMPTY
  const wrong = mend.problems[0]?.reason(lang)
  const label = answerSessionInput.shape.answer.meta()?.label?.(lang)
  return html`<span class="row wrap">${one.standing !== 'shown' && tap(at, 'answerQuestion', t.letThrough, { more: { question: one.id, how: 'show' }, label: one.text })}${
    tap(at, 'answerQuestion', t.tickAloud, { more: { question: one.id, how: 'aloud' }, label: one.text })}</span>
<details${mend === sent && html` open`}><summary>${t.writtenAnswer}</summary><form method="post" action="${at}">${doing('answerQuestion', mend)}<input type="hidden" name="question" value="${one.id}"><div class="field${wrong && ' bad'}"><label for="f-answer-${one.id}">${
  label}</label><textarea id="f-answer-${one.id}" name="answer" maxlength="1000">${mend.values['answer'] ?? ''}</textarea>${wrong && html`<span class="err">${wrong}</span>`}</div><div class="field row wrap"><button class="btn sm" name="how" value="in_writing">${
  t.send}</button><button class="btn b-line sm" name="how" value="declined">${t.decline}</button></div></form></details>`
}

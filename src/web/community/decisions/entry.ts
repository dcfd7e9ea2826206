// 录纸票: enter what stands on a paper, blind to what somebody else read; what waits, and what two people read differently.
import type { Secrets } from '#kit/secrets.ts'
import { decisionShown, notVoting, papersWaiting, readPaper, readPaperInput, type Decision, type DecisionShown, type PaperWaiting } from '#modules/decisions/public.ts'
import { holds, lacks } from '#modules/people/public.ts'
import { doorText, entryText } from '#text/decision-pages-papers.ts'
import { idIn } from '#web/frame.ts'
import { buttonOrWhy, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, note, toast } from '#web/parts/list.ts'
import { dayAndTime } from '#web/parts/time.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { choicesIn, questionFields } from './ballot-form.ts'
import { addressOf, collected, formMoment, keepingPage, momentField } from './keeping.ts'
import { draftAttributes, photoField, withPhoto } from './photo-field.ts'
import { choiceSaid, circled } from './said.ts'

type Sealing = Pick<Secrets, 'decrypt'>

/** GET /:community/decisions/:id/entry?code=: whoever scanned his own paper and collects none comes to the vote itself. */
export function page(secrets: Sealing): Page {
  return visit => shown(visit, secrets, EMPTY)
}

/** POST /:community/decisions/:id/entry */
export function enter(secrets: Sealing): Submit {
  return sent => {
    const id = idIn(sent)
    const { form } = sent
    return withPhoto(sent, async photo => {
      const { state } = await sent.act(readPaper, { id, code: typed(form, 'code'), returnedAt: typed(form, 'returnedAt'), choices: choicesIn(form), photo })
      return goTo(`${addressOf(sent, id, 'entry')}?read=${state}`)
    }, mend => visit => shown(visit, secrets, mend))
  }
}

async function shown(visit: Visit, secrets: Sealing, mend: Mend): Promise<Html | Response> {
  const { lang, db, actor, url } = visit
  const t = entryText(lang)
  if (!holds(actor, 'collect ballots') && url.searchParams.has('code')) return goTo(addressOf(visit, idIn(visit)))
  const decision = await collected(visit)
  const seen = await decisionShown(db, decision.id)
  // Whoever looks after a part of the estate only sees what he has read himself.
  const whole = lacks(actor, 'collect ballots', decision.estate) === null
  const waiting = decision.stage === 'open' ? (await papersWaiting(db, secrets, decision, actor.personId)).filter(({ own }) => whole || own) : []
  return keepingPage(visit, decision, t.title, html`${read(visit)}<p class="dim sm">${t.lead}</p>${entryForm(visit, decision, seen, mend)}
<section>${head(t.list)}${waiting.length === 0 ? html`<p class="dim sm">${
    t.none}</p>` : waiting.map(paper => waitingCard(visit, seen, paper))}</section>`, { islands: ['draft', 'photos'], back: '' })
}

function read({ lang, url }: Visit): Html {
  const t = entryText(lang)
  const state = url.searchParams.get('read')
  if (state === 'counted') return toast(t.counted)
  return state === 'waits' ? toast(t.waits) : state === 'differs' ? note('sun', 'warn', t.differs) : nothing
}

function entryForm(visit: Visit, decision: Decision, { questions }: DecisionShown, mend: Mend): Html {
  const { lang, now, url } = visit
  const t = entryText(lang)
  const filled: Mend = mend === EMPTY ? { values: { code: url.searchParams.get('code') ?? '' }, problems: [] } : mend
  // Papers that came back in time are read after the end too, until the count.
  const refusal = decision.stage === 'open' ? null : notVoting(decision, now)
  return html`<form class="card" method="post" action="${addressOf(visit, decision.id, 'entry')}" enctype="multipart/form-data"${
    draftAttributes(lang, `entry-${decision.id}`)}>${errs(lang, mend)}${requestKey(mend)}${
    field(lang, readPaperInput, 'code', filled)}${momentField(visit, readPaperInput, 'returnedAt', mend, formMoment(now, decision.zone))}${
    questionFields(visit, questions, mend, { paper: true })}${photoField(lang, mend)}<div class="field">${
    buttonOrWhy(lang, t.send, refusal)}</div></form>`
}

function waitingCard({ lang, community }: Visit, { questions }: DecisionShown, { number, state, readings }: PaperWaiting): Html {
  const t = entryText(lang)
  const readers = readings.map(({ by }) => by).join(lang === 'zh' ? '、' : ', ')
  const said = (choices: NonNullable<PaperWaiting['readings'][number]['choices']>) => questions.map((question, i) =>
    html`${i > 0 && html`<br>`}${questions.length > 1 && circled(question.position)} <b>${choiceSaid(lang, question, choices)}</b>`)
  return html`<div class="card sm"><p class="row wrap"><b class="grow">${doorText(lang).number(number)}</b><span class="badge ${
    state === 'differs' ? 'alarm' : 'sun'}">${icon(state === 'differs' ? 'warn' : 'clock')}${
    state === 'differs' ? t.differ(readers) : t.waitsFor(readers)}</span></p>${
    state === 'waits' ? nothing : readings.every(({ choices }) => choices !== null)
    ? html`<div class="reads gap">${readings.map(({ by, returned, choices }) => html`<div><p class="dim">${
    t.reader(by, dayAndTime(lang, returned, community.time_zone))}</p><p>${choices && said(choices)}</p></div>`)}</div>`
    : html`<p class="why">${icon('lock')}${t.onlyReaders}</p>`}</div>`
}

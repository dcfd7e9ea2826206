// 书面委托: a mandate on paper is recorded with its photo; what it says is sealed and only handed in by the agent.
import {
  decisionShown, mandatesShown, notVoting, recordBallotMandate, recordBallotMandateInput, type Decision, type DecisionShown,
} from '#modules/decisions/public.ts'
import { numberIn as ruleNumber } from '#modules/law/public.ts'
import { lacks, peopleNamed } from '#modules/people/public.ts'
import { ballotMandateText, doorText } from '#text/decision-pages-papers.ts'
import { idIn } from '#web/frame.ts'
import { buttonOrWhy, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { whoOf } from '#web/parts/who.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { choicesIn, questionFields } from './ballot-form.ts'
import { addressOf, collected, keepingPage, valueOf } from './keeping.ts'
import { draftAttributes, photoField, withPhoto } from './photo-field.ts'

/** GET /:community/decisions/:id/mandates?name= */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/decisions/:id/mandates */
export const record: Submit = sent => withPhoto(sent, async photo => {
  const id = idIn(sent)
  await sent.act(recordBallotMandate, { id, number: typed(sent.form, 'number'), agent: typed(sent.form, 'agent'), choices: choicesIn(sent.form), photo })
  return goTo(`${addressOf(sent, id, 'mandates')}?done=1`)
}, mend => visit => shown(visit, mend))

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, actor, url } = visit
  const t = ballotMandateText(lang)
  const decision = await collected(visit)
  const seen = await decisionShown(db, decision.id)
  const name = valueOf(mend, 'name', url.searchParams.get('name')?.trim() ?? '')
  const found = name === '' ? [] : await peopleNamed(db, actor, 'collect ballots', name)
  // The list is for those who look after the whole estate.
  const listed = lacks(actor, 'collect ballots', decision.estate) === null ? await mandatesShown(db, decision.id) : []
  const most = decision.rules && ruleNumber(decision.rules, 'mandates_per_agent')
  return keepingPage(visit, decision, t.title, html`<p class="dim sm">${t.lead}</p>${most ? html`<p class="sm">${t.most(most.value)}</p>` : nothing}
<form class="card gap" method="get" action="${addressOf(visit, decision.id, 'mandates')}"><div class="field"><label for="f-name">${
    t.find}</label><input type="text" id="f-name" name="name" value="${name}"></div><div class="field"><button class="btn full b-line">${
    t.findButton}</button></div></form>
${name !== '' && found.length === 0 ? note('sun', 'warn', t.nobody) : nothing}${
    found.length > 0 ? recordForm(visit, decision, seen, found, name, mend) : nothing}
<section>${head(t.list)}${listed.length === 0 ? html`<p class="dim sm">${t.none}</p>` : html`<ul class="card flush list">${
    listed.map(one => html`<li><span class="grow"><b class="row-title">${
  t.agentFor(one.agent, one.homes.join(lang === 'zh' ? '、' : ', '))}</b><span class="row-meta">${
    doorText(lang).number(one.number)}</span></span><span class="badge">${
  one.ended_at !== null ? t.ended : one.used ? t.used : t.waiting}</span></li>`)}</ul>`}</section>`, { islands: ['draft', 'photos'] })
}

function recordForm(visit: Visit, decision: Decision, { questions }: DecisionShown, found: Awaited<ReturnType<typeof peopleNamed>>, name: string, mend: Mend): Html {
  const { lang, now } = visit
  return html`<form class="card" method="post" action="${addressOf(visit, decision.id, 'mandates')}" enctype="multipart/form-data"${
    draftAttributes(lang, `mandate-${decision.id}`)}>${errs(lang, mend)}${
    requestKey(mend)}<input type="hidden" name="name" value="${name}">${whoOf(lang, found, valueOf(mend, 'agent'), mend, 'agent')}${
    field(lang, recordBallotMandateInput, 'number', mend)}${
    questionFields(visit, questions, mend)}${photoField(lang, mend)}<div class="field">${
    buttonOrWhy(lang, ballotMandateText(lang).save, notVoting(decision, now))}</div></form>`
}

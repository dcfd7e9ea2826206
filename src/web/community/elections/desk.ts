// 咨询台: where we are, whom to call, what is asked and answered.
import { today } from '#modules/communities/public.ts'
import { rulesFor } from '#modules/decisions/public.ts'
import { askInput, course, electionShown, mayNotInElection, questionsOf, type Election, type QuestionAtDesk } from '#modules/elections/public.ts'
import { electionPageText } from '#text/election-pages.ts'
import { idIn } from '#web/frame.ts'
import { buttonOrWhy, field, requestKey } from '#web/parts/fields.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { said } from '#web/parts/time.ts'
import { EMPTY, type Page, type Visit } from '#web/visit.ts'
import { addressOf, electionFrame, links, worksOn } from './around.ts'
import { way } from './way.ts'

/** GET /:community/elections/:id/desk */
export const page: Page = async visit => {
  const { lang, db, actor, community, now } = visit
  const t = electionPageText(lang)
  const { election, facts, hotline, hours } = await electionShown(db, actor, idIn(visit))
  const on = today(community, now)
  const { rules } = await rulesFor(db, election.estate.id, on)
  const questions = await questionsOf(db, actor, election.id, worksOn(visit, election))
  const at = addressOf(visit, election.id)
  return electionFrame(visit, election, { title: t.desk, back: at }, html`<div class="cols"><div><p>${t.deskLead}</p>${note('', 'phone', t.call(hotline, hours))}${
    links(visit, election, ['keepDesk', 'writeFaq'])}${part(visit, election, t.faq, questions.filter(({ common }) => common))}${
    part(visit, election, t.asked, questions.filter(({ common }) => !common))}${questions.length === 0 && html`<p class="nothing">${t.noQuestions}</p>`}${askForm(visit, election, at)}</div>
<div>${way(lang, course(rules, election, facts, on), on)}</div></div>`)
}

function part(visit: Visit, election: Election, words: string, questions: readonly QuestionAtDesk[]): Html {
  const { lang, now, community } = visit
  const t = electionPageText(lang)
  if (questions.length === 0) return nothing
  return html`<section>${head(words)}${questions.map(one => html`<div class="adopt gap${one.answer === null && ' not'}" id="q-${one.id}"><p><b>${one.text}</b></p>${one.answer === null
    ? html`<p class="dim sm">${t.waits}</p>` : html`<p>${one.answer}</p>`}${!one.common && html`<p class="dim xs">${
    dotted(one.own ? t.you : t.neighbour, said(lang, one.at, now, community.time_zone), one.standing === 'screened' && t.held, one.standing === 'hidden' && t.hidden)}</p>`}${
    one.common ? nothing : links(visit, election, ['answerQuestion'], one.id)}</div>`)}</section>`
}

function askForm({ lang, actor }: Visit, election: Election, at: string): Html {
  const t = electionPageText(lang)
  const refusal = mayNotInElection.ask(actor, election)
  if (refusal) return html`<section class="no-print">${buttonOrWhy(lang, t.ask, refusal)}</section>`
  return html`<section class="no-print">${head(t.ask)}<form class="card" method="post" action="${at}/do/ask">${requestKey(EMPTY)}${field(lang, askInput, 'text', EMPTY)}<div class="field"><button class="btn full">${
    t.ask}</button></div></form></section>`
}

// 计入的票: of a signed vote a line for each home, for owners of the estate; of a secret one the marks.
import { countedShown, decisionById, decisionShown } from '#modules/decisions/public.ts'
import { countedPageText, rollPageText } from '#text/decision-pages-roll.ts'
import { framed, idIn, numberIn } from '#web/frame.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { empty, note } from '#web/parts/list.ts'
import type { Page } from '#web/visit.ts'
import { styles } from './gauge.ts'
import { isInside } from './objections.ts'
import { choiceSaid, circled, inFours, within } from './said.ts'

const AT_ONCE = 500

/** GET /:community/decisions/:id/ballots?after= */
export const page: Page = async visit => {
  const { lang, db, actor, community, url } = visit
  const t = countedPageText(lang)
  const decision = await decisionById(db, actor, idIn(visit))
  const { questions } = await decisionShown(db, decision.id)
  const homes = !decision.secret
  const may = decision.secret || isInside(visit, decision)
  const after = numberIn(url, 'after') ?? 0
  const ballots = may ? await countedShown(db, decision.id, { homes, after }) : []
  const many = questions.length > 1
  const said = (choices: (typeof ballots)[number]['choices']): Html => html`${questions.map((question, i) =>
    html`${i > 0 && html`<br>`}${many && `${circled(question.position)} `}${choiceSaid(lang, question, choices)}`)}`
  const at = `/${community.slug}/decisions/${decision.id}`
  return framed(visit, { title: homes ? t.openTitle : t.secretTitle, back: at }, html`${styles}<h2>${decision.title}</h2>
<p class="dim sm">${homes ? t.openLead : t.secretLead}</p>${
    !may ? note('', 'lock', t.ownersOnly) : ballots.length === 0 ? empty(t.none) : html`<section><table class="tbl fold"><thead><tr>${
    homes && html`<th>${rollPageText(lang).home}</th>`}<th>${t.mark}</th><th>${t.ballot}</th></tr></thead><tbody>${ballots.map(ballot => html`<tr>${
    homes && html`<td class="t"><b>${ballot.homes.map((home, i) => html`${i > 0 && html`<br>`}${
    within(home, decision.estate.label)}`)}</b></td>`}<td data-th="${t.mark}">${
    inFours(ballot.mark)}</td><td data-th="${t.ballot}">${said(ballot.choices)}</td></tr>`)}</tbody></table>${
    ballots.length === AT_ONCE ? html`<p class="gap"><a class="btn full b-line" href="${at}/ballots?after=${after + AT_ONCE}">${
    t.more}</a></p>` : nothing}</section>`}`)
}

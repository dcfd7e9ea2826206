// 经办: the desk of those who keep a vote: what is missing, and every step with its form.
import {
  answerObjection, announceDecision, decisionShown, dropDecision, freezeRoll, hangingIn, hindrancesOf, postResult, recordPosting, rulesFor,
  type Decision, type DecisionShown, type Hanging,
} from '#modules/decisions/public.ts'
import { today } from '#modules/communities/public.ts'
import type { Hindrance, Rules } from '#modules/law/public.ts'
import { postedText, stageText } from '#text/decision-words.ts'
import { voteDeskText } from '#text/decision-pages-desk.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, list, note } from '#web/parts/list.ts'
import { EMPTY, goTo, typed, type Mend, type Page, type Submit, type Visit } from '#web/visit.ts'
import { idIn } from '#web/frame.ts'
import { answersPart, announcePart, dropPart, postResultPart, rollPart } from './desk-forms.ts'
import { postingForm, wanted } from './desk-postings.ts'
import { addressOf, kept, keepingPage, taking } from './keeping.ts'
import { withPhoto } from './photo-field.ts'

/** What of the forms has to be mended, by name. */
export type DeskMends = Readonly<Partial<Record<'freeze' | 'announce' | 'posting' | 'answer' | 'drop', Mend>>>

/** GET /:community/decisions/:id/desk */
export const page: Page = visit => shown(visit, {})

const again = (form: keyof DeskMends) => (mend: Mend): Page => visit => shown(visit, { [form]: mend })

/** POST /:community/decisions/:id/freeze */
export const freeze = taking(({ act, form }, id) => act(freezeRoll, {
  id, asOf: typed(form, 'asOf'), objectionsUntil: typed(form, 'objectionsUntil'),
}), 'desk', again('freeze'))

/** POST /:community/decisions/:id/announce */
export const announce = taking(({ act, form }, id) => act(announceDecision, {
  id, opens: typed(form, 'opens'), closes: typed(form, 'closes'),
}), 'desk', again('announce'))

/** POST /:community/decisions/:id/answers */
export const answer = taking(({ act, form }, id) => act(answerObjection, {
  id, objection: typed(form, 'objection'), upheld: typed(form, 'upheld'), answer: typed(form, 'answer'),
}), 'desk', again('answer'))

/** POST /:community/decisions/:id/drop */
export const drop = taking(({ act, form }, id) => act(dropDecision, { id, reason: typed(form, 'reason') }), 'desk', again('drop'))

/** POST /:community/decisions/:id/post */
export const post = taking(({ act }, id) => act(postResult, { id }), 'desk', again('posting'))

/** POST /:community/decisions/:id/postings: a photo with where and when. */
export const postings: Submit = sent => withPhoto(sent, async photo => {
  const id = idIn(sent)
  await sent.act(recordPosting, { id, what: typed(sent.form, 'what'), place: typed(sent.form, 'place'), at: typed(sent.form, 'at'), photo })
  return goTo(`${addressOf(sent, id, 'desk')}?done=1`)
}, again('posting'))

async function shown(visit: Visit, mends: DeskMends): Promise<Html> {
  const { lang, db, community, now } = visit
  const t = voteDeskText(lang)
  const decision = await kept(visit)
  const seen = await decisionShown(db, decision.id)
  const rules = decision.rules ?? (await rulesFor(db, decision.estate.id, today(community, now))).rules
  const hanging = decision.as_of === null ? [] : await hangingIn(db, decision)
  const missing = decision.stage === 'announced' ? await hindrancesOf(db, decision, decision.opens_at ?? now) : []
  return keepingPage(visit, decision, t.title, html`<div class="cols"><div>${standing(visit, decision, missing)}${
    questionsPart(visit, decision, seen)}${
    rollPart(visit, decision, seen, mends.freeze ?? EMPTY)}${announcePart(visit, decision, seen, rules, mends.announce ?? EMPTY)}${
    answersPart(visit, decision, seen, mends.answer ?? EMPTY)}</div><div>${hangsPart(visit, decision, hanging, rules)}${
    decision.as_of === null ? nothing : postingForm(visit, decision, hanging, mends.posting ?? EMPTY)}${toolsPart(visit, decision)}${
    postResultPart(visit, decision)}${
    dropPart(visit, decision, mends.drop ?? EMPTY)}</div></div>`, { back: '', wide: true, islands: ['draft', 'photos'] })
}

function standing(visit: Visit, decision: Decision, missing: readonly Hindrance[]): Html {
  const { lang } = visit
  const t = voteDeskText(lang)
  return html`<section class="card">${head(t.steps, html`<span class="badge push">${stageText(lang)[decision.stage]}</span>`)}${
    decision.stage === 'announced' ? html`<h3>${t.missing}</h3>${
    missing.length === 0 ? note('', 'check', t.nothingMissing) : html`<ul class="marks">${
      missing.map(({ reason }) => html`<li>${icon('warn')}${reason(lang)}</li>`)}</ul>`}` : nothing}
<p class="dim sm gap">${t.opensBySelf}</p><p><a class="rest" href="${addressOf(visit, decision.id)}">${t.toVote}</a></p></section>`
}

function questionsPart(visit: Visit, { id, stage }: Decision, { questions }: DecisionShown): Html {
  const { lang } = visit
  const t = voteDeskText(lang)
  const open = stage === 'draft' || stage === 'roll'
  const at = addressOf(visit, id, 'questions')
  return html`<section>${head(t.questions)}${questions.length > 0 ? html`<ul class="card flush list">${
    questions.map(({ position, text, candidates }) => html`<li><b>${position}</b><span class="grow">${text}${
    candidates.length > 0 && html`<span class="row-meta">${
    candidates.map(({ name }) => name).join(lang === 'zh' ? '、' : ', ')}</span>`}</span>${open && html`<a class="btn b-line sm" href="${
    at}?position=${position}">${t.changeQuestion}</a>`}</li>`)}</ul>` : nothing}${
    open && html`<p class="gap"><a class="btn full b-line" href="${at}">${icon('plus')}${t.addQuestion}</a></p>`}</section>`
}

// Building by building, what hangs there of what must.
function hangsPart({ lang }: Visit, decision: Decision, hanging: readonly Hanging[], rules: Rules): Html {
  if (hanging.length === 0) return nothing
  const t = voteDeskText(lang)
  const posted = wanted(decision, rules)
  const words = postedText(lang)
  return html`<section>${head(t.postings)}<div class="scroll-x" tabindex="0" role="region" aria-label="${
    t.postings}"><table class="tbl"><thead><tr><td></td>${
    posted.map(what => html`<th>${words[what]}</th>`)}</tr></thead><tbody>${hanging.map(({ name, since }) => html`<tr><th scope="row">${name}</th>${
    posted.map(what => html`<td>${icon(since[what] ? 'check' : 'close')}<span class="vh">${
    since[what] ? t.hangs : t.hangsNot}</span></td>`)}</tr>`)}</tbody></table></div></section>`
}

function toolsPart(visit: Visit, { id, stage }: Decision): Html {
  const t = voteDeskText(visit.lang)
  const row = (to: string, title: string, icon: 'do' | 'print' | 'ledger' | 'visit' | 'show') => ({ href: addressOf(visit, id, to), title, icon, tone: 'sea' as const })
  if (stage === 'closed' || stage === 'posted') return html`<section>${list([row('sheet', t.sheet, 'show')])}</section>`
  if (stage !== 'announced' && stage !== 'open') return nothing
  return html`<section>${head(t.tools)}${list([
    row('door', t.door, 'visit'), row('papers', t.papers, 'print'), ...stage === 'open' ? [row('entry', t.entry, 'ledger'), row('mandates', t.mandates, 'do')] : [],
  ])}</section>`
}

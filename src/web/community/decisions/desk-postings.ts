// 张贴留证: which postings a vote needs, and the form that takes the photo with place and time.
import { POSTED, recordPostingInput, sittingOf, type Decision, type Hanging, type Posted } from '#modules/decisions/public.ts'
import { flagIn, type Rules } from '#modules/law/public.ts'
import { postedText } from '#text/decision-words.ts'
import { voteDeskText } from '#text/decision-pages-desk.ts'
import { decisionText } from '#text/decisions.ts'
import { choose, errs, requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { head } from '#web/parts/list.ts'
import type { Mend, Visit } from '#web/visit.ts'
import { addressOf, formMoment, momentField, valueOf } from './keeping.ts'
import { draftAttributes, photoField } from './photo-field.ts'

/** What must hang for a vote at its stage, in the order in which it is needed. */
export function wanted(decision: Decision, rules: Rules): Posted[] {
  const { first, election } = sittingOf(decision)
  const told = flagIn(rules, 'committee_told')?.value ?? false
  const after = decision.stage === 'closed' || decision.stage === 'posted'
  return POSTED.filter(what => {
    if (what === 'drafts') return first
    if (what === 'candidates') return election
    if (what === 'committee') return told
    return what !== 'result' || after
  })
}

/** The form; it keeps what was typed on the phone until it was sent. */
export function postingForm(visit: Visit, decision: Decision, hanging: readonly Hanging[], mend: Mend): Html {
  const { lang, now } = visit
  const t = voteDeskText(lang)
  if (decision.stage === 'draft' || decision.stage === 'dropped') return nothing
  const places = [...hanging.map(({ id, name }) => ({ value: id, words: name })), { value: decision.estate.id, words: decision.estate.label }]
  const usual = { roll: 'roll', announced: 'notice', open: 'notice', closed: 'result', posted: 'result' }[decision.stage]
  const wrong = (name: string) => mend.problems.find(({ field }) => field === name)?.reason
  const what = POSTED.map(one => ({ value: one, words: postedText(lang)[one] }))
  return html`<section id="posting">${head(t.postingSave)}<form class="card" method="post" action="${
    addressOf(visit, decision.id, 'postings')}" enctype="multipart/form-data"${draftAttributes(lang, `posting-${decision.id}`)}>${
    errs(lang, mend)}${requestKey(mend)}<p class="dim sm">${t.postingHint}</p>${
    choose(lang, 'what', decisionText(lang).whatHangs, what, valueOf(mend, 'what', usual), wrong('what'))}${
    choose(lang, 'place', decisionText(lang).where, places, valueOf(mend, 'place'), wrong('place'))}${
    momentField(visit, recordPostingInput, 'at', mend, formMoment(now, decision.zone))}${
    photoField(lang, mend)}<div class="field"><button class="btn full b-sea">${t.postingSave}</button></div></form></section>`
}

// 拟题: one question of a vote by what the law calls it; candidates a line each.
import { decisionShown, putQuestion, putQuestionInput, type QuestionShown } from '#modules/decisions/public.ts'
import { voteDeskText } from '#text/decision-pages-desk.ts'
import { decisionText } from '#text/decisions.ts'
import { numberIn } from '#web/frame.ts'
import { errs, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, type Html } from '#web/parts/html.ts'
import { EMPTY, typed, type Mend, type Page, type Visit } from '#web/visit.ts'
import { addressOf, kept, keepingPage, taking, valueOf } from './keeping.ts'

/** GET /:community/decisions/:id/questions?position= */
export const page: Page = visit => shown(visit, EMPTY)

/** POST /:community/decisions/:id/questions */
export const put = taking(({ act, form }, id) => act(putQuestion, {
  id, position: typed(form, 'position'), item: typed(form, 'item'), text: typed(form, 'text'), detail: typed(form, 'detail'), seats: typed(form, 'seats').trim(),
  candidates: candidatesIn(typed(form, 'candidates')),
}), 'desk', mend => visit => shown(visit, mend))

/** 林秀英，住 3 号楼: the name up to the first comma, then a word about the person. */
export function candidatesIn(text: string): { name: string, about: string }[] {
  return text.split('\n').map(line => line.trim()).filter(Boolean).map(line => {
    const [, name = '', about = ''] = /^([^，,]*)[，,]?(.*)$/u.exec(line) ?? []
    return { name: name.trim(), about: about.trim() }
  })
}

async function shown(visit: Visit, mend: Mend): Promise<Html> {
  const { lang, db, url } = visit
  const t = voteDeskText(lang)
  const decision = await kept(visit)
  const { questions } = await decisionShown(db, decision.id)
  const position = Number(valueOf(mend, 'position')) || (numberIn(url, 'position') ?? questions.length + 1)
  const before = questions.find(one => one.position === position)
  const filled: Mend = mend === EMPTY && before ? { values: valuesOf(before), problems: [] } : mend
  const at = addressOf(visit, decision.id, 'questions')
  return keepingPage(visit, decision, t.questionTitle(position), html`<form method="post" action="${at}">${errs(lang, mend)}${
    requestKey(mend)}<input type="hidden" name="position" value="${position}">
${field(lang, putQuestionInput, 'text', filled)}${field(lang, putQuestionInput, 'item', filled)}${field(lang, putQuestionInput, 'detail', filled)}
<details${(before?.seats || mend.values['seats']) && html` open`}><summary class="rest">${decisionText(lang).seatsHint}</summary>${
    field(lang, putQuestionInput, 'seats', filled)}${candidatesField(visit, filled)}</details>
<div class="field"><button class="btn full">${t.save}</button></div></form>`)
}

function candidatesField({ lang }: Visit, mend: Mend): Html {
  const wrong = mend.problems.find(({ field }) => field.startsWith('candidates'))?.reason
  return html`<div class="field${wrong && ' bad'}"><label for="f-candidates">${
    decisionText(lang).candidates}</label><p class="hint" id="h-candidates">${voteDeskText(lang).candidatesHint}</p>
<textarea id="f-candidates" name="candidates" aria-describedby="h-candidates">${valueOf(mend, 'candidates')}</textarea>${
    wrong && html`<span class="err">${icon('warn')}${wrong(lang)}</span>`}</div>`
}

function valuesOf({ item, text, detail, seats, candidates }: QuestionShown): Mend['values'] {
  return { item, text, detail, seats: seats === null ? '' : String(seats), candidates: candidates.map(({ name, about }) => about ? `${
    name}，${about}` : name).join('\n') }
}

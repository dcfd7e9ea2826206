// A voting paper as a form: one tap for yes, no or abstain; candidates as ticks. By keyboard, by thumb, and with scripts blocked.
import type { Choices, QuestionShown } from '#modules/decisions/public.ts'
import { itemText, opinionText } from '#text/decision-words.ts'
import { ballotText } from '#text/decision-pages.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import type { Mend, Sent, Visit } from '#web/visit.ts'
import { circled } from './said.ts'

const NAME = /^q[1-9]\d?$/u

/** What was tapped, by the position of each question; nothing where nothing was. */
export function choicesIn(form: Sent['form']): Choices {
  return Object.fromEntries(Object.entries(form.fields).filter(([name]) => NAME.test(name)).map(([name, value]) => [name.slice(1), choiceOf([value].flat())]))
}

// Ticks beside “none of them” contradict each other: 0 is nobody's number, and is sent back.
function choiceOf(values: readonly string[]): Choices[string] {
  const numbers = values.map(value => /^\d{1,2}$/u.test(value) ? Number(value) : 0)
  const opinion = (['yes', 'no', 'abstain', 'spoiled'] as const).find(one => one === values[0])
  return values.length === 1 && opinion ? opinion : numbers
}

/** The questions to answer. `paper`: for whoever reads a paper, which can also be spoiled. */
export function questionFields(visit: Pick<Visit, 'lang'>, questions: readonly QuestionShown[], mend: Mend, { paper = false } = {}): Html {
  return html`<div id="f-choices">${questions.map(question => oneField(visit, question, mend, { paper, many: questions.length > 1 }))}</div>`
}

function oneField({ lang }: Pick<Visit, 'lang'>, question: QuestionShown, mend: Mend, { paper, many }: { paper: boolean, many: boolean }): Html {
  const { position, text, detail, item, seats } = question
  const wrong = mend.problems.find(({ field }) => field === `choices.${position}` || field.startsWith(`choices.${
    position}.`) || field === 'choices')
  const chosen = new Set([mend.values[`q${position}`] ?? []].flat())
  const described = wrong && html` aria-describedby="e-q${position}"`
  return html`<fieldset class="field ask${wrong && ' bad'}"${described}><legend>${many && `${circled(position)} `}${text}</legend>
${detail && html`<p class="sm">${detail}</p>`}<p class="hint">${itemText(lang)[item]}</p>${
    seats === null ? opinions(lang, position, chosen, paper) : candidates(lang, question, chosen, paper)}${
    wrong && html`<span class="err" id="e-q${position}">${icon('warn')}${wrong.reason(lang)}</span>`}</fieldset>`
}

function opinions(lang: Visit['lang'], position: number, chosen: ReadonlySet<string>, paper: boolean): Html {
  const choices = paper ? ['yes', 'no', 'abstain', 'spoiled'] as const : ['yes', 'no', 'abstain'] as const
  return html`<div class="pick${paper && ' two'}">${choices.map(choice => html`<label><input type="radio" name="q${position}" value="${choice}"${
    chosen.has(choice) && html` checked`}><span>${opinionText(lang)[choice]}</span></label>`)}</div>`
}

function candidates(lang: Visit['lang'], { position, seats, candidates }: QuestionShown, chosen: ReadonlySet<string>, paper: boolean): Html {
  const t = ballotText(lang)
  const tick = (value: string, words: Html | string) => html`<label class="tickbox"><input type="checkbox" name="q${position}" value="${value}"${
    chosen.has(value) && html` checked`}><span>${words}</span></label>`
  return html`<p class="hint"><b>${t.upTo(seats ?? 0)}</b></p><div class="consent">${candidates.map(({ number, name, about }) =>
    tick(String(number), html`<b>${number}. ${name}</b>${about && html`<small>${about}</small>`}`))}${tick('abstain', t.abstain)}${
    paper ? tick('spoiled', opinionText(lang).spoiled) : nothing}</div>`
}

// Forms with several like lines: the members of a group, the motions of a meeting.
import type { Lang } from '#kit/phrase.ts'
import type { Form } from '#kit/uploads.ts'
import { PARTIES } from '#modules/elections/public.ts'
import { groupPartyText } from '#text/election-words.ts'
import { electionPageText } from '#text/election-pages.ts'
import { electionText } from '#text/elections.ts'
import { html, icon, type Html } from '#web/parts/html.ts'
import { typed, type Mend } from '#web/visit.ts'
import type { Choices, Options } from './choices.ts'

const LINES = { members: 9, motions: 4 } as const
type Rows = keyof typeof LINES

/** The lines; what is left empty is no line. */
export function rowFields(lang: Lang, rows: Rows, choices: Choices, mend: Mend): Html {
  const t = electionText(lang)
  const wrong = mend.problems.find(problem => problem.field.split('.')[0] === rows)?.reason
  const lines = Array.from({ length: LINES[rows] }, (_, i) => i + 1)
  return html`<fieldset class="field${wrong && ' bad'}" id="f-${rows}"><legend>${rows === 'members' ? t.members : t.motions}</legend>${
    wrong && html`<span class="err">${icon('warn')}${wrong(lang)}</span>`}${lines.map(n => rows === 'members' ? member(lang, n, choices.of.people ?? [], mend) : motion(lang, n, mend))}</fieldset>`
}

function member(lang: Lang, n: number, people: Options, mend: Mend): Html {
  const label = electionPageText(lang).memberRow(n)
  const parties = PARTIES.map(party => ({ value: party, words: groupPartyText(lang)[party] }))
  return html`<div class="row gap">${select(`${label}: ${electionText(lang).person}`, `person-${n}`, people, mend)}${select(`${label}: ${electionText(lang).party}`, `party-${n}`, parties, mend)}</div>`
}

function select(label: string, name: string, options: Options, mend: Mend): Html {
  const value = String(mend.values[name] ?? '')
  return html`<label class="vh" for="f-${name}">${label}</label><select id="f-${name}" name="${name}"><option value="">${label}</option>${
    options.map(option => html`<option value="${option.value}"${String(option.value) === value && html` selected`}>${option.words}</option>`)}</select>`
}

function motion(lang: Lang, n: number, mend: Mend): Html {
  const t = electionText(lang)
  const label = electionPageText(lang).motionRow(n)
  const line = (name: string, words: string) => html`<div class="field"><label for="f-${name}">${label}: ${words}</label><input id="f-${name}" name="${name}" maxlength="500" value="${String(mend.values[name] ?? '')}"></div>`
  return html`${line(`text-${n}`, t.motionText)}${line(`yes-${n}`, t.yes)}`
}

/** What was typed into the lines, as the act wants it. */
export function rowsSent(form: Pick<Form, 'fields'>, rows: Rows): Record<string, unknown> {
  const lines = Array.from({ length: LINES[rows] }, (_, i) => i + 1)
  if (rows === 'motions') return { motions: lines.filter(n => typed(form, `text-${n}`) !== '').map(n => ({ text: typed(form, `text-${n}`), yes: typed(form, `yes-${n}`) })) }
  return { members: lines.filter(n => typed(form, `person-${n}`) !== '').map(n => ({ person: typed(form, `person-${n}`), party: typed(form, `party-${n}`) })) }
}

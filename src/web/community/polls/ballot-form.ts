// A ballot as a form: ticks, ranks by number, or points; by keyboard, by thumb, and with scripts blocked.
import type { FieldProblem } from '#kit/errors.ts'
import { isRanked, MOST_OPTIONS, type PollShown } from '#modules/polls/public.ts'
import { ballotPageText } from '#text/ballot-pages.ts'
import { castText } from '#text/ballots.ts'
import { choose } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { typed, type Mend, type Sent, type Visit } from '#web/visit.ts'

/** What was typed, as a ballot: a number for each option, in their order. The form says itself how many options it had. */
export function marksIn(form: Sent['form']): number[] {
  const picked = new Set([form.fields['pick'] ?? []].flat())
  if (picked.has('abstain')) return [0, 0]
  // Whoever says nothing has not abstained.
  if (typed(form, 'rule') === 'yes_no' && picked.size === 0) return []
  const options = Math.min(MOST_OPTIONS, Number(typed(form, 'options')) || 0)
  return Array.from({ length: options }, (_, i) => picked.has(String(i + 1)) ? 1 : Number(typed(form, `mark${i + 1}`)))
}

/** The fields of a ballot. `marks`: what was chosen before, or typed. */
export function ballotFields(visit: Visit, poll: PollShown, marks: readonly number[] | null, problems: Mend['problems']): Html {
  const { lang } = visit
  const wrong = problems.find(problem => problem.field === 'marks' || problem.field.startsWith('marks.'))
  const body = isRanked(poll.rule) ? ranks(visit, poll, marks) : poll.rule === 'score' ? scores(visit, poll, marks) : ticks(visit, poll,
    marks)
  const hint = hintOf(visit, poll)
  return html`<input type="hidden" name="rule" value="${poll.rule}"><input type="hidden" name="options" value="${poll.rule === 'yes_no'
    ? 2 : poll.options.length}"><fieldset class="field${
    wrong && ' bad'}" id="f-marks"${wrong && html` aria-describedby="e-marks"`}><legend>${castText(lang).answer}</legend>${
    hint && html`<p class="hint">${hint}</p>`}${body}${wrong ? error(lang, wrong) : nothing}</fieldset>`
}

function error(lang: Visit['lang'], { reason }: FieldProblem): Html {
  return html`<span class="err" id="e-marks">${icon('warn')}${reason(lang)}</span>`
}

function hintOf({ lang }: Visit, { rule, most }: PollShown): string | null {
  const t = ballotPageText(lang)
  if (isRanked(rule)) return t.rankHint
  if (rule === 'score') return t.scoreHint
  return rule === 'multiple' ? t.mostHint(most) : rule === 'approval' ? t.allHint : null
}

function ticks({ lang }: Visit, { rule, options }: PollShown, marks: readonly number[] | null): Html {
  const t = castText(lang)
  if (rule === 'yes_no') {
    const choices = [['1', t.yes], ['2', t.no], ['abstain', t.abstain]] as const
    return html`<div class="pick">${choices.map(([value, words]) => html`<label><input type="radio" name="pick" value="${
      value}" required><span>${words}</span></label>`)}</div>`
  }
  const kind = rule === 'single' ? 'radio' : 'checkbox'
  return html`<div class="pick two">${options.map((option, i) =>
    html`<label><input type="${kind}" name="pick" value="${i + 1}"${marks?.[i] === 1 && html` checked`}><span>${
      option.name}</span></label>`)}</div>`
}

function ranks({ lang }: Visit, { options }: PollShown, marks: readonly number[] | null): Html {
  const t = castText(lang)
  const places = options.map((_, i) => ({ value: i + 1, words: t.place(i + 1) }))
  return html`${options.map((option, i) => choose(lang, `mark${i + 1}`, option.name, places, String(marks?.[i] ?? ''), undefined,
    t.noRank))}`
}

function scores({ lang }: Visit, { options, top }: PollShown, marks: readonly number[] | null): Html {
  const t = castText(lang)
  const points = Array.from({ length: top }, (_, i) => ({ value: i + 1, words: t.points(i + 1) }))
  return html`${options.map((option, i) => choose(lang, `mark${i + 1}`, option.name, points, String(marks?.[i] ?? ''), undefined,
    t.points(0)))}`
}

// The steps of an election: what is done, what is going on and what is missing there, by when and by which rule.
import type { Lang } from '#kit/phrase.ts'
import type { CourseStep } from '#modules/elections/public.ts'
import { sourceSaid } from '#modules/law/public.ts'
import { electionStepText, electionWhoText } from '#text/election-course.ts'
import { electionPageText } from '#text/election-pages.ts'
import { html, icon, type Html } from '#web/parts/html.ts'
import { head } from '#web/parts/list.ts'
import { clock } from '#web/parts/steps.ts'
import { day } from '#web/parts/time.ts'

/** All steps, the one that goes on now named in the heading. */
export function way(lang: Lang, steps: readonly CourseStep[], today: string): Html {
  const t = electionPageText(lang)
  const at = steps.findIndex(({ state }) => state === 'now')
  const words = at >= 0 ? t.of(at + 1, steps.length) : steps.every(({ state }) => state === 'done') ? t.allDone : ''
  return html`<section>${head(t.where, html`<span class="dim sm">${words}</span>`)}<ol class="trail">${steps.map((step, i) => one(lang, step, i + 1, today))}</ol></section>`
}

function one(lang: Lang, { step, state, by, missing }: CourseStep, number: number, today: string): Html {
  const t = electionPageText(lang)
  const said = { done: t.stepDone, now: t.stepNow, next: t.stepNext }[state]
  return html`<li class="${state}"${state === 'now' && html` aria-current="step"`}><b class="tile" aria-hidden="true">${state === 'done' ? icon('check') : String(number)}</b><p class="when">${
    electionStepText(lang)[step]}<span class="vh">${said}</span> ${state !== 'done' && by && deadline(lang, by.on, today)}</p><ul class="facts">${
    state !== 'done' && html`<li>${electionWhoText(lang)[step]}</li>`}${
    state === 'now' && missing.map(reason => html`<li><b>${reason(lang)}</b></li>`)}${
    state === 'now' && by && html`<li class="dim">${sourceSaid(by.rule.source, lang)}</li>`}</ul></li>`
}

function deadline(lang: Lang, on: string, today: string): Html {
  const t = electionPageText(lang)
  if (on < today) return clock('late', t.late(day(lang, on)))
  return clock(on === today ? 'today' : 'ok', t.by(day(lang, on)))
}

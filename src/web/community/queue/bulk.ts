// Beside a queue: what can be done to all that is ticked, and how it went.
import { addTaskInput, handOnInput, replyInput, type QueueChoices } from '#modules/matters/public.ts'
import { organisationText } from '#text/people.ts'
import { bulkText } from '#text/queue.ts'
import { choose, errs, field } from '#web/parts/fields.ts'
import { html, icon, type Html } from '#web/parts/html.ts'
import { head, note, toast } from '#web/parts/list.ts'
import type { Mend, Visit } from '#web/visit.ts'
import { BULK, type BulkName, type Outcome } from './acts.ts'

/** The acts, inside the form that holds the ticks. Enter in a field does nothing: the first button is none. */
export function acts({ lang }: Visit, { organisations, templates }: QueueChoices, mend: Mend): Html {
  const t = bulkText(lang)
  const named = organisations.map(({ id, name, kind }) => ({ value: id, words: `${name}（${organisationText(lang)[kind]}）` }))
  const value = (name: string) => String(mend.values[name] ?? '')
  const wrong = (name: string) => mend.problems.find(problem => problem.field === name)?.reason
  return html`<section class="stack no-print" id="together" aria-label="${t.title}"><button hidden disabled></button>${head(t.title)}${errs(lang, mend)}<p class="dim sm">${t.hint}</p>
${(['accept', 'confirm', 'urgent'] as const).map(name => html`<button class="btn full b-line" name="act" value="${name}">${BULK[name].title(lang)}</button>`)}
${fold(lang, 'reply', mend, html`${templates.length > 0 && html`${choose(lang, 'template', t.template, templates.map(({ name, text }) => ({ value: text, words: name })), value('template'), undefined, t.ownWords)}<p class="hint">${t.orTyped}</p>`}${
    field(lang, replyInput, 'text', mend)}`, t.send)}
${fold(lang, 'handOn', mend, html`${choose(lang, 'organisation', t.toWhom, named, value('organisation'), wrong('organisation'))}${field(lang, handOnInput, 'note', mend)}`, t.give)}
${fold(lang, 'task', mend, html`${field(lang, addTaskInput, 'title', mend)}${choose(lang, 'owner', t.toWhom, named, value('owner'), undefined, t.nobodyYet)}${field(lang, addTaskInput, 'due', mend)}`, t.add)}</section>`
}

function fold(lang: Visit['lang'], name: BulkName, mend: Mend, fields: Html, send: string): Html {
  return html`<details class="card" data-act="${name}"${mend.values['act'] === name && html` open`}><summary><b>${BULK[name].title(lang)}</b></summary>${fields}<p class="field"><button class="btn full" name="act" value="${name}">${send}</button></p></details>`
}

/** What was done and what was not, each with its reason; nothing is left out in silence. */
export function told({ lang, community }: Visit, name: BulkName, outcomes: readonly Outcome[], titles: ReadonlyMap<number, string>): Html {
  const t = bulkText(lang)
  const refused = outcomes.filter(({ problem }) => problem !== null)
  const done = outcomes.filter(({ problem }) => problem === null)
  const link = (id: number) => html`<a href="/${community.slug}/matters/${id}">${titles.get(id) ?? t.number(id)}</a>`
  return html`${done.length > 0 && toast(t.done(done.length, BULK[name].title(lang)))}${done.length > 0 && html`<p class="sm dim row wrap">${done.map(({ id }) => link(id))}</p>`}${
    refused.length > 0 && html`<div class="errs" role="alert" tabindex="-1"><h2>${t.refused(refused.length)}</h2><ul>${
      refused.map(({ id, problem }) => html`<li>${icon('warn')} ${link(id)} ${problem?.(lang)}</li>`)}</ul></div>`}${
    outcomes.length === 0 && note('sun', 'warn', t.pickSome)}`
}

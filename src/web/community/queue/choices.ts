// Above a queue: its parts with their counts, kept views, and the form that narrows it down.
import { STEPS, TRACKS } from '#modules/methods/public.ts'
import { queryOf, saveFilterInput, TABS, type QueueChoices, type QueueFilter, type Tab } from '#modules/matters/public.ts'
import { CATEGORIES, categoryText, trackText } from '#modules/router/public.ts'
import { stepText } from '#text/matters.ts'
import { queueText, tabText } from '#text/queue.ts'
import { choose, errs, field, requestKey } from '#web/parts/fields.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import type { Mend, Visit } from '#web/visit.ts'

/** The address of a queue with this filter. */
export function queueAt({ community }: Pick<Visit, 'community'>, filter: QueueFilter, more: Record<string, string> = {}): string {
  const query = new URLSearchParams([...new URLSearchParams(queryOf(filter)), ...Object.entries(more)]).toString()
  return `/${community.slug}/queue${query && `?${query}`}`
}

/** The parts, each with how many there are. */
export function parts(visit: Visit, filter: QueueFilter, counts: Readonly<Record<Tab, number>>): Html {
  const { lang } = visit
  return html`<div class="scroll-x no-print"><nav class="filters" aria-label="${queueText(lang).tabs}">${TABS.map(tab =>
    html`<a href="${queueAt(visit, { ...filter, tab })}"${tab === (filter.tab ?? 'all') && html` aria-current="true"`}>${tabText(lang)[tab]} <span class="num">${counts[tab]}</span></a>`)}</nav></div>`
}

/** The views that somebody kept, each one tap. */
export function kept(visit: Visit, filter: QueueFilter, { filters }: QueueChoices): Html {
  const { lang, community } = visit
  if (filters.length === 0) return nothing
  const here = queryOf(filter)
  return html`<div class="scroll-x no-print"><nav class="filters" aria-label="${queueText(lang).saved}">${filters.map(({ name, query }) =>
    html`<a href="/${community.slug}/queue${query && `?${query}`}"${query === here && html` aria-current="true"`}>${name}</a>`)}</nav></div>`
}

/** Narrows the queue down; works without script. */
export function narrow(visit: Visit, filter: QueueFilter, choices: QueueChoices): Html {
  const { lang, community } = visit
  const t = queueText(lang)
  const named = ({ id, name }: { id: number, name: string }) => ({ value: id, words: name })
  const pick = (name: keyof QueueFilter, label: string, options: Parameters<typeof choose>[3]) => choose(lang, name, label, options, String(filter[name] ?? ''), undefined, t.any)
  const narrowed = queryOf({ ...filter, tab: undefined }) !== ''
  return html`<form class="no-print" action="/${community.slug}/queue" role="search">${filter.tab && html`<input type="hidden" name="tab" value="${filter.tab}">`}${
    filter.place && html`<input type="hidden" name="place" value="${filter.place}">`}
<div class="search"><label class="vh" for="words">${t.words}</label><input type="search" id="words" name="words" value="${filter.words ?? ''}" placeholder="${t.words}" maxlength="100" enterkeyhint="search"><button class="btn b-line">${icon('search')}${t.find}</button></div>
<details class="where"${narrowed && html` open`}><summary>${icon('filter')} ${t.choose}</summary><div class="grid-minis">${
    pick('step', t.step, STEPS.filter(step => step !== 'close').map(step => ({ value: step, words: stepText(lang)[step] })))}${
    pick('track', t.which, TRACKS.map(track => ({ value: track, words: trackText(lang)[track] })))}${
    pick('category', t.category, CATEGORIES.map(category => ({ value: category, words: categoryText(lang)[category] })))}${
    pick('estate', t.estate, choices.estates.map(named))}${choices.buildings.length > 0 && pick('building', t.building, choices.buildings.map(named))}</div>
<p class="row wrap field"><button class="btn b-line">${t.find}</button>${narrowed && html`<a class="btn b-text" href="${queueAt(visit, { tab: filter.tab })}">${t.clear}</a>`}</p></details></form>`
}

/** Keeps the present view under a name, and removes others. */
export function keeping(visit: Visit, filter: QueueFilter, { filters }: QueueChoices, mend: Mend): Html {
  const { lang, community } = visit
  const t = queueText(lang)
  const at = `/${community.slug}/queue/filters`
  return html`<details class="where no-print"${mend.problems.some(({ field }) => field === 'name') && html` open`}><summary>${t.keep}</summary><form method="post" action="${at}">${errs(lang, mend)}${requestKey(mend)}<input type="hidden" name="query" value="${queryOf(filter)}">${
    html`<div class="grid-minis">${field(lang, saveFilterInput, 'name', mend)}</div>`}<p class="field"><button class="btn b-line">${t.keep}</button></p></form>${
    filters.map(({ id, name }) => html`<form method="post" action="${at}/${id}/drop">${requestKey({ values: {}, problems: [] })}<button class="btn b-text">${t.drop(name)}</button></form>`)}</details>`
}

// 今天: the day of somebody who is on foot: what is late, what is due, his tasks, and the rest building by building; one tap each.
import { Problem } from '#kit/errors.ts'
import type { Said } from '#kit/phrase.ts'
import { calendarOf, standing } from '#modules/clocks/public.ts'
import { filterIn, queueOf, tasksOf, wayOf } from '#modules/matters/public.ts'
import { dayText, queueText } from '#text/queue.ts'
import { framed, numberIn } from '#web/frame.ts'
import { choose, requestKey } from '#web/parts/fields.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { empty, head, note, toast } from '#web/parts/list.ts'
import { EMPTY, goTo, type Page, type Submit, type Visit } from '#web/visit.ts'
import { queueAt } from '../queue/choices.ts'
import { dayEnds } from '../queue/time.ts'
import { tap, TAPS, type TapName } from './taps.ts'
import { card, taskCard } from './card.ts'

/** As many as somebody can do in a day, and some more. */
const MOST = 80
const TASKS = 60

/** GET /:community/day?place= */
export const page: Page = visit => shown(visit, null)

/** POST /:community/day?place=: one tap. */
export const submit: Submit = async sent => {
  const place = numberIn(sent.url, 'place')
  try {
    const done = await tap(sent)
    return goTo(`/${sent.community.slug}/day?${new URLSearchParams({ ...place !== undefined && { place: String(place) }, done })}`)
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem
    return sent.show(visit => shown(visit, problem.reason))
  }
}

async function shown(visit: Visit, refusal: Said | null): Promise<Html> {
  const { lang, db, actor, community, url, now } = visit
  const t = dayText(lang)
  if (actor.posts.length === 0) return framed(visit, { title: t.title, current: 'home', narrow: true, back: `/${community.slug}` }, empty(queueText(lang).noPost))
  const place = numberIn(url, 'place')
  const filter = filterIn(new URLSearchParams(place === undefined ? {} : { place: String(place) }))
  const { rows, counts } = await queueOf(db, actor, filter, { now, dayEnds: dayEnds(visit), limit: MOST })
  const tasks = await tasksOf(db, actor, TASKS)
  const buildings = await wayOf(db, actor)
  const calendar = await calendarOf(db)
  const stands = (row: typeof rows[number]) => row.clock && !row.paused ? standing(row.clock, now, calendar) : 'ok'
  const group = (title: string, of: readonly typeof rows[number][], id: string) => of.length === 0 ? nothing
    : html`<section class="gap" id="${id}">${head(title, html`<span class="badge brick num">${of.length}</span>`)}${of.map(row => card(visit, row, calendar))}</section>`
  const rest = rows.filter(row => stands(row) === 'ok')
  const walked = new Set(buildings.map(({ id }) => id))
  return framed(visit, { title: t.title, current: 'home', narrow: true, back: `/${community.slug}`, live: 'matters/' }, html`${said(visit)}${
    refusal && note('alarm', 'warn', refusal(lang))}<p class="dim sm">${t.lead}</p>
${here(visit, place, buildings)}
<form method="post" action="/${community.slug}/day${place === undefined ? '' : `?place=${place}`}">${requestKey(EMPTY)}
${rows.length + tasks.length === 0 ? empty(t.none) : nothing}
${group(t.late, rows.filter(row => stands(row) === 'late'), 'late')}
${group(t.due, rows.filter(row => stands(row) === 'today'), 'due')}
${tasks.length > 0 && html`<section class="gap" id="tasks">${head(t.tasks, html`<span class="badge brick num">${tasks.length}</span>`)}${tasks.map(task => taskCard(visit, task))}</section>`}
${buildings.map(({ id, label }) => group(label, rest.filter(row => row.building_id === id), `b${id}`))}
${group(t.outside, rest.filter(row => row.building_id === null || !walked.has(row.building_id)), 'outside')}</form>
${counts.all > rows.length && html`<p class="gap"><a href="${queueAt(visit, filter)}">${t.all(counts.all)}</a></p>`}`)
}

function said({ lang, url }: Visit): Html {
  const done = url.searchParams.get('done') ?? ''
  return Object.hasOwn(TAPS, done) ? toast(TAPS[done as TapName].said(lang)) : nothing
}

// Where somebody is, he says himself.
function here({ lang, community }: Visit, place: number | undefined, buildings: Awaited<ReturnType<typeof wayOf>>): Html {
  const t = dayText(lang)
  return html`<details class="where no-print"${place !== undefined && html` open`}><summary>${t.where}</summary><form action="/${community.slug}/day">${
    choose(lang, 'place', t.where, buildings.map(({ id, label }) => ({ value: id, words: label })), String(place ?? ''), undefined, t.everywhere)}<p class="field"><button class="btn full b-line">${t.show}</button></p></form><p class="dim sm field">${t.scan}</p></details>`
}

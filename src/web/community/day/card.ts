// One matter or one task of a day: what, where, until when, and the buttons under it.
import type { Calendar } from '#modules/clocks/public.ts'
import { titleOf, type tasksOf, type Waiting } from '#modules/matters/public.ts'
import { today } from '#modules/communities/public.ts'
import { boardText } from '#text/pages.ts'
import { dayText } from '#text/queue.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { clock } from '#web/parts/steps.ts'
import { day } from '#web/parts/time.ts'
import type { Visit } from '#web/visit.ts'
import { timeOf } from '../queue/time.ts'

/** A matter, with one tap for what is done at the door. */
export function card(visit: Visit, row: Waiting, calendar: Calendar): Html {
  const t = dayText(visit.lang)
  const meta = dotted(row.label, row.followers ? boardText(visit.lang).also(row.followers) : null)
  return framed(visit, row.id, row.title ?? titleOf(row.text), meta, html`${timeOf(visit, row, calendar)}${
    row.urgent && html`<span class="badge alarm">${boardText(visit.lang).urgent}</span>`}<span class="row wrap push">${
    row.accepted_at ? nothing : html`<button class="btn b-sea" name="accept" value="${row.id}">${t.accept}</button>`}<button class="btn b-line" name="arrived" value="${row.id}">${icon('pin')}${t.arrived}</button></span>`)
}

/** A task, with one tap to finish it. */
export function taskCard(visit: Visit, task: Awaited<ReturnType<typeof tasksOf>>[number]): Html {
  return framed(visit, task.matter_id, task.title, task.label,
    html`${dueOf(visit, task.due_on)}<button class="btn b-sea push" name="finish" value="${task.matter_id}-${task.id}">${dayText(visit.lang).finish}</button>`)
}

function dueOf({ lang, community, now }: Visit, due: string | null): Html {
  const t = dayText(lang)
  const on = today(community, now)
  if (due === null) return clock('ok', t.anyDay)
  if (due < on) return clock('late', t.lateOn(day(lang, due)))
  return due === on ? clock('today', t.today) : clock('ok', t.dueOn(day(lang, due)))
}

function framed({ community }: Visit, matter: number, title: string, meta: Html | string, under: Html): Html {
  return html`<article class="card flush"><div class="list"><a href="/${community.slug}/matters/${matter}"><span class="grow"><b class="row-title">${title}</b><span class="row-meta">${meta}</span></span>${icon('next', 'go')}</a></div><div class="already row wrap">${under}</div></article>`
}

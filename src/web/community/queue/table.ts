// The rows of a queue: a table at the desk, cards on a phone.
import type { Calendar } from '#modules/clocks/public.ts'
import { titleOf, type Waiting } from '#modules/matters/public.ts'
import { categoryText, trackText, type Category } from '#modules/router/public.ts'
import { stepText } from '#text/matters.ts'
import { boardText } from '#text/pages.ts'
import { queueText } from '#text/queue.ts'
import { dotted, html, nothing, type Html } from '#web/parts/html.ts'
import { said } from '#web/parts/time.ts'
import type { Visit } from '#web/visit.ts'
import { aboutOf } from './acts.ts'
import { timeOf } from './time.ts'

/** Each matter with its tick; those in `ticked` are ticked. */
export function table(visit: Visit, rows: readonly Waiting[], calendar: Calendar, ticked: ReadonlySet<string>): Html {
  const t = queueText(visit.lang)
  return html`<table class="tbl fold"><thead><tr><th>${t.matter}</th><th>${t.which}</th><th>${t.who}</th><th>${t.time}</th></tr></thead><tbody>${
    rows.map(row => line(visit, row, calendar, ticked.has(String(row.id))))}</tbody></table>`
}

function line(visit: Visit, row: Waiting, calendar: Calendar, ticked: boolean): Html {
  const { lang, now, community } = visit
  const t = queueText(lang)
  const title = row.title ?? titleOf(row.text)
  return html`<tr${row.urgent && html` class="hot"`} data-row>
<td class="t"><span class="row"><label class="tickbox tool"><input type="checkbox" name="matter" value="${row.id}"${ticked && html` checked`}><span class="vh">${t.pickOne(title)}</span></label><span class="grow"><a href="/${community.slug}/matters/${row.id}">${title}</a>${
    row.urgent && html` <b class="badge alarm">${boardText(lang).urgent}</b>`}<small>${dotted(String(row.id), row.label, said(lang, row.raised_at, now, community.time_zone),
    row.followers ? boardText(lang).also(row.followers) : null, row.tasks ? t.myTasks(row.tasks) : null)}</small></span></span><input type="hidden" name="about-${row.id}" value="${aboutOf(row)}"></td>
<td class="act"><span class="badge brick">${stepText(lang)[row.step]}</span> ${way(lang, row)}</td>
<td class="act">${row.lead_name ?? row.organisation_name ?? html`<span class="dim">${t.nobody}</span>`}</td>
<td class="act">${timeOf(visit, row, calendar)}</td></tr>`
}

function way(lang: Visit['lang'], { track, category, unrouted }: Waiting): Html {
  if (!track) return nothing
  return html`${trackText(lang)[track]}${category && html`<small>${categoryText(lang)[category as Category]}${unrouted && html` <i class="dim">${queueText(lang).proposed}</i>`}</small>`}`
}

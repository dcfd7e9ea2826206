// 幸福账单: what a quarter was like: raised, done, spent, how fast, how satisfied. Public; every plot has its numbers beside it.
import {
  buildingsOf, monthsAround, quarterIn, ratedIn, shifted, spanOf, spentIn, totalsOf, written, type Building, type Quarter, type Totals,
} from '#modules/bill/public.ts'
import { billText } from '#text/bill.ts'
import { levelText } from '#text/dossier.ts'
import { framed } from '#web/frame.ts'
import { duration } from '#web/parts/duration.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import type { Page, Visit } from '#web/visit.ts'
import { bar, wall } from './bill/drawings.ts'
import { money, satisfaction } from './bill/money-and-stars.ts'

/** GET /:community/bill?quarter=2026Q4 */
export const page: Page = async visit => {
  const { lang, db, community, url, now } = visit
  const t = billText(lang)
  const current = quarterIn(null, now.toZonedDateTimeISO(community.time_zone).toPlainDate())
  const quarter = quarterIn(url.searchParams.get('quarter'), now.toZonedDateTimeISO(community.time_zone).toPlainDate())
  const span = spanOf(quarter, community.time_zone)
  const totals = await totalsOf(db, span)
  const spent = await spentIn(db, span)
  const rated = await ratedIn(db, { from: spanOf(shifted(quarter, -1), community.time_zone).from, until: span.until })
  const places = await buildingsOf(db, span)
  const isNow = written(quarter) === written(current)
  return framed(visit, { title: t.title, back: `/${community.slug}`, live: 'matters/', qr: `${visit.publicUrl}/${community.slug}/bill?quarter=${written(quarter)}` }, html`
<div class="cols"><div><section class="receipt">
<p class="center dim sm">${community.name}</p><h1>${t.quarter(quarter.year, quarter.number)}</h1>
<p class="center dim sm">${t.wall(totals.raised)}</p>${wall(lang, totals)}
${counts(visit, totals)}<hr>${speed(visit, totals)}<hr>${money(lang, spent, totals)}<hr>${satisfaction(lang, rated, monthsAround(quarter))}
${isNow && html`<p class="center dim sm">${t.soFar}</p>`}</section></div>
<div>${levels(visit, totals)}${perBuilding(visit, places)}
<nav class="row wrap no-print gap">${step(visit, t.before, shifted(quarter, -1))}${isNow ? nothing : step(visit, t.next, shifted(quarter, 1))}</nav></div></div>`)
}

function step({ community }: Visit, words: string, quarter: Quarter): Html {
  return html`<a class="btn b-line sm" href="/${community.slug}/bill?quarter=${written(quarter)}">${words}</a>`
}

function counts({ lang }: Visit, totals: Totals): Html {
  const t = billText(lang)
  const rows = [[t.raised, totals.raised], [t.done, totals.done], [t.open, totals.open], [t.turnedDown, totals.turned_down], [t.merged, totals.merged]] as const
  return html`<table class="tbl"><caption>${t.counts}</caption><tbody>${rows.map(([words, count]) =>
    html`<tr><th scope="row">${words}</th><td class="r">${t.matters(count)}</td></tr>`)}</tbody></table>`
}

function speed({ lang }: Visit, { median, slowest_tenth: slowest, done, late }: Totals): Html {
  const t = billText(lang)
  if (median === null || slowest === null) return html`<h2>${t.speed}</h2><p class="dim">${t.noneDone}</p>`
  return html`<h2>${t.speed}</h2>
<div class="sum"><span>${t.median}</span><b class="num">${duration(lang, median * 1000)}</b></div>
<div class="sum"><span>${t.slowest}</span><b class="num">${duration(lang, slowest * 1000)}</b></div>
<div class="sum"><span>${t.onTime}</span><b class="num">${t.ofMatters(done - late, done)}</b></div>`
}

function levels({ lang }: Visit, { levels: settled }: Totals): Html {
  const t = billText(lang)
  const all = Object.values(settled).reduce((sum, n) => sum + n, 0)
  if (all === 0) return nothing
  return html`<section><h2 class="head">${t.levels}</h2><p class="dim sm">${t.levelsHint}</p>
<div class="scroll-x" tabindex="0" role="region" aria-label="${t.level}"><table class="tbl"><thead><tr><th>${t.level}</th><td></td><th class="r keep">${t.done}</th></tr></thead><tbody>${(['grid', 'estate', 'community', 'street'] as const).map(level =>
    html`<tr><th scope="row" class="keep">${levelText(lang)[level]}</th><td>${bar(settled[level], all)}</td><td class="r keep">${t.ofMatters(settled[level], all)}</td></tr>`)}</tbody></table></div></section>`
}

function perBuilding({ lang }: Visit, places: readonly Building[]): Html {
  const t = billText(lang)
  if (places.length === 0) return nothing
  const most = Math.max(1, ...places.map(place => place.raised))
  return html`<section><h2 class="head">${t.buildings}</h2><p class="dim sm">${t.hidden}</p><div class="scroll-x" tabindex="0" role="region" aria-label="${t.buildings}">
<table class="tbl"><thead><tr><th>${t.place}</th><td></td><th class="r keep">${t.raised}</th><th class="r keep">${t.done}</th><th class="r keep">${t.open}</th></tr></thead><tbody>${places.map(place =>
    html`<tr><th scope="row" class="keep">${place.label}</th><td>${bar(place.raised, most)}</td><td class="r">${place.raised}</td><td class="r">${place.done}</td><td class="r">${place.open}</td></tr>`)}</tbody></table></div></section>`
}

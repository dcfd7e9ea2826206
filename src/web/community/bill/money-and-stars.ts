// The parts of the bill about money, to the cent, and about stars, never without their count.
import type { Lang } from '#kit/phrase.ts'
import type { Rated, Spent, Totals } from '#modules/bill/public.ts'
import { rateOf, yuanOf } from '#modules/matters/public.ts'
import { billText } from '#text/bill.ts'
import { ratingText } from '#text/closing.ts'
import { paidFromText } from '#text/work-more.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { bar } from './drawings.ts'

/** What was spent, from which money and by which organisation, and what one matter cost. */
export function money(lang: Lang, spent: readonly Spent[], { done, cents }: Totals): Html {
  const t = billText(lang)
  const sum = spent.reduce((all, one) => all + one.cents, 0)
  if (sum === 0) return html`<h2>${t.money}</h2><p class="dim">${t.nothingSpent}</p>`
  return html`<h2>${t.money}</h2><div class="scroll-x" tabindex="0" role="region" aria-label="${t.money}"><table class="tbl"><thead><tr><th>${t.source}</th><th>${t.organisation}</th><th class="r">${t.money}</th></tr></thead><tbody>${spent.map(one =>
    html`<tr><td>${paidFromText(lang)[one.paid_from]}</td><td>${one.organisation ?? t.unnamed}</td><td class="r keep">${t.yuan(yuanOf(one.cents))}</td></tr>`)}</tbody></table></div>
<div class="sum"><span>${t.sum}</span><b class="num">${t.yuan(yuanOf(sum))}</b></div>
${done > 0 && html`<div class="sum"><span>${t.perMatter}</span><b class="num">${t.yuan(yuanOf(Math.round(cents / done)))}</b></div>`}`
}

/** The stars of the quarter (the later three of six months), then month by month for each organisation. */
export function satisfaction(lang: Lang, rated: readonly Rated[], months: readonly string[]): Html {
  const t = billText(lang)
  const quarter = added(rated.filter(one => months.indexOf(one.month) >= 3))
  const organisations = [...Map.groupBy(rated, one => one.organisation)].filter(([name]) => name !== null)
  return html`<h2>${t.satisfied}</h2><p><b>${said(lang, quarter)}</b></p><p class="dim xs">${t.silent}</p>
<table class="tbl"><tbody>${quarter.map((count, i) => html`<tr><th scope="row" class="keep">${ratingText(lang).starsOf(i + 1)}</th><td>${
    bar(count, Math.max(...quarter))}</td><td class="r keep">${count}</td></tr>`).toReversed()}</tbody></table>
${organisations.length === 0 ? nothing : html`<h2>${t.trend}</h2><div class="scroll-x" tabindex="0" role="region" aria-label="${t.trend}"><table class="tbl"><thead><tr><th>${t.organisation}</th><td></td><th>${t.rate}</th></tr></thead><tbody>${organisations.map(([name, all]) =>
    all.map(one => html`<tr><td>${name}</td><td class="keep">${monthOf(lang, one.month)}</td><td class="keep">${said(lang, one.stars)}</td></tr>`))}</tbody></table></div>`}`
}

function added(rated: readonly Rated[]): number[] {
  return [0, 1, 2, 3, 4].map(i => rated.reduce((sum, one) => sum + (one.stars[i] ?? 0), 0))
}

function said(lang: Lang, stars: readonly number[]): string {
  const rate = rateOf(stars)
  return rate ? ratingText(lang).rate(rate.mean, rate.count) : ratingText(lang).nobody
}

function monthOf(lang: Lang, month: string): string {
  const { year, month: number } = Temporal.PlainYearMonth.from(month)
  return billText(lang).month(year, number)
}

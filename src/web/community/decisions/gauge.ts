// Two gauges under one line: area and heads, each with its parts; both must cross it.
import type { Lang } from '#kit/phrase.ts'
import type { Share, Weight } from '#modules/law/public.ts'
import { figuresText } from '#text/decision-pages.ts'
import { assetAt } from '#web/parts/assets.ts'
import { html, icon, nothing, type Html } from '#web/parts/html.ts'
import { areaSaid, bareArea, grouped, headsSaid, percentOf } from './said.ts'

/** The sheet of the pages of a vote. */
export const styles = html`<link rel="stylesheet" href="${assetAt('vote.css')}">`

/** A part of a gauge and how it is drawn: came, aye, nay, abs. */
export interface Part {
  readonly look: 'came' | 'aye' | 'nay' | 'abs'
  readonly weight: Weight
}

/** Both gauges; `at` is the line, where there is one. */
export function gauges(lang: Lang, whole: Weight, parts: readonly Part[], at: Share | null): Html {
  const t = figuresText(lang)
  return html`<div class="gauges">${gauge(lang, t.area, whole.area, parts.map(({ look, weight }) => ({ look, part: weight.area })), at, true)}${
    gauge(lang, t.heads, whole.heads, parts.map(({ look, weight }) => ({ look, part: weight.heads })), at, false)}</div>`
}

function gauge(lang: Lang, name: string, whole: number, parts: readonly { look: Part['look'], part: number }[], at: Share | null, flagged: boolean): Html {
  const first = parts[0]?.part ?? 0
  const wide = (part: number) => whole === 0 ? '0%' : `${(part / whole * 100).toFixed(3)}%`
  return html`<div class="ruler"><b>${name}</b><span class="bar">${at && html`${flagged && flag(lang, at)}${edge(at)}`}${
    parts.map(({ look, part }) =>
    html`<svg class="${look}" width="${wide(part)}" height="100%" aria-hidden="true"></svg>`)}</span><b>${percentOf(first, whole)}%</b></div>`
}

// The words stand left of the line: an empty drawing as wide as what lies right of it pushes them there.
function flag(lang: Lang, { numerator, denominator }: Share): Html {
  return html`<span class="above"><b class="flag">${figuresText(lang).line(`${numerator}/${denominator}`)}</b><svg width="${
    ((1 - numerator / denominator) * 100).toFixed(3)}%" height="1" aria-hidden="true"></svg></span>`
}

function edge({ numerator, denominator }: Share): Html {
  const x = `${(numerator / denominator * 100).toFixed(3)}%`
  return html`<svg class="edge" width="100%" height="48" aria-hidden="true"><line class="halo" x1="${x}" x2="${
    x}" y1="0" y2="48"/><line x1="${x}" x2="${x}" y1="0" y2="48"/></svg>`
}

/** The two measures in words, each with whether it is across; `missing`: what each still lacks, where that can be said. */
export function marks(lang: Lang, part: Weight, whole: Weight, across: { heads: boolean, area: boolean }, missing: Weight | null): Html {
  const t = figuresText(lang)
  const line = (enough: boolean, words: string, lacks: string | null) =>
    html`<li>${icon(enough ? 'check' : 'warn')}${words}<b>${enough ? t.across : lacks === null ? nothing : t.still(lacks)}</b></li>`
  return html`<ul class="marks">${line(across.area, `${t.area} ${
    t.of(bareArea(part.area), areaSaid(lang, whole.area))}`, missing && areaSaid(lang, missing.area))}${
    line(across.heads, `${t.heads} ${t.of(grouped(part.heads), grouped(whole.heads))}`, missing && headsSaid(lang, missing.heads))}</ul>`
}

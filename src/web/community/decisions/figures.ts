// 现在算到哪了: who came, by head, area, building and channel, against the line; nothing of what they chose.
import { ballotChannelText } from '#text/decision-words.ts'
import { figuresText } from '#text/decision-pages.ts'
import type { Decision, Figures, Tower } from '#modules/decisions/public.ts'
import { reaches, shareIn, shareSaid, stillNeeded, type Share, type Weight } from '#modules/law/public.ts'
import { dotted, html, icon, nothing, type Html } from '#web/parts/html.ts'
import { head, note } from '#web/parts/list.ts'
import { dayAndTime } from '#web/parts/time.ts'
import type { Visit } from '#web/visit.ts'
import { gauges, marks } from './gauge.ts'
import { areaSaid, grouped, headsSaid } from './said.ts'

const FLOORS = 12
const ROOMS = 4

/** The share of all that must take part; null where every interested owner must agree. */
export function participationOf({ rules, building_id }: Pick<Decision, 'rules' | 'building_id'>): Share | null {
  return rules === null || building_id !== null ? null : shareIn(rules, 'participation').value
}

/** The card of an open vote. */
export function figuresPart(visit: Visit, decision: Decision, figures: Figures): Html {
  const { lang, now, community } = visit
  const t = figuresText(lang)
  const at = participationOf(decision)
  const needed = at ?? EVERYBODY
  const lacks = stillNeeded(figures.total, figures.returned, { participation: needed, consent: needed })
  const enough = reaches(figures.returned, figures.total, needed)
  return html`<section class="card">${head(t.title, html`<span class="dim xs push num">${dayAndTime(lang, now, community.time_zone)}</span>`)}
${enough ? note('', 'check', t.enoughCame) : note('sun', 'warn', lackSaid(visit, lacks))}
<div class="tally"><h3>${t.came} <span class="verdict ${enough ? 'yes' : 'no'}">${icon(enough ? 'check' : 'clock')}${
    enough ? t.across : t.still(headsSaid(lang, lacks.heads))}</span></h3>
<p>${at ? t.cameLine(shareSaid(at, lang)) : t.unanimousLine}</p>
${gauges(lang, figures.total, [{ look: 'came', weight: figures.returned }], at)}
${marks(lang, figures.returned, figures.total, { heads: lacks.heads === 0, area: lacks.area === 0 }, lacks)}</div>
<p class="why">${icon('lock')}${t.hidden}</p></section>
${towersPart(visit, decision, figures)}`
}

const EVERYBODY: Share = { bound: 'at_least', numerator: 1, denominator: 1 }

function lackSaid({ lang }: Visit, { heads, area }: Weight): string {
  const t = figuresText(lang)
  if (area === 0) return t.stillHeads(headsSaid(lang, heads))
  return heads === 0 ? t.stillArea(areaSaid(lang, area)) : t.stillNeeded(headsSaid(lang, heads), areaSaid(lang, area))
}

/** Every building as windows, and the ballots by channel. */
export function towersPart({ lang }: Visit, decision: Pick<Decision, 'rules' | 'building_id' | 'stage'>, { towers, channels, delivered }: Figures): Html {
  const t = figuresText(lang)
  const at = participationOf(decision)
  const ways = Object.entries(channels).map(([channel, count]) => `${ballotChannelText(lang)[channel as keyof typeof channels]} ${
    t.ballots(grouped(count))}`)
  const said = towers.map(({ name, returned, homes }) => t.tower(name, returned, homes)).join(lang === 'zh' ? '，' : '; ')
  return html`<section class="card">${head(decision.stage === 'open' ? t.towers : t.towersAfter)}<p class="sm dim">${t.towersHint}</p>
<div class="streets" role="img" aria-label="${t.towersSaid(said)}">${towers.map(tower => towerOf(lang, tower, at))}</div>
<p class="sm gap">${ways.length > 0 ? dotted(...ways, t.delivered(grouped(delivered))) : t.none}</p></section>`
}

function towerOf(lang: Visit['lang'], { name, homes, returned }: Tower, at: Share | null): Html {
  const windows = Math.floor(returned * FLOORS * ROOMS / Math.max(1, homes))
  const level = at ? 112 - FLOORS * 8 * at.numerator / at.denominator : null
  return html`<div><svg viewBox="0 0 64 113" aria-hidden="true"><path class="roof" d="M0 14 Q18 11 32 0 Q46 11 64 14 Z"/>${
    windowRows(windows)}${level === null ? nothing : html`<line class="need" x1="0" x2="64" y1="${level.toFixed(1)}" y2="${
    level.toFixed(1)}"/>`}</svg><b>${
    returned}</b><span class="dim">${figuresText(lang).ofHomes(homes)}</span><br>${name}</div>`
}

// One path for the lit windows and one for the dark ones, from the ground up.
function windowRows(lit: number): Html {
  const path = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => {
    const at = from + i
    return `M${5 + at % ROOMS * 14} ${112 - 8 * (Math.floor(at / ROOMS) + 1)}h11v6h-11z`
  }).join('')
  return html`<path class="lit" d="${path(0, lit)}"/><path class="dark" d="${path(lit, FLOORS * ROOMS)}"/>`
}

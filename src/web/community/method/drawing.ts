// The drawing of a method: its steps as bricks in a row, arrows between them, and one lane for each track. For eyes; the list says the same.
import type { Step, Track } from '#db/tables.ts'
import type { Lang } from '#kit/phrase.ts'
import { nextSteps, pathOf, STEPS, tracksOf, turnsDown, type Method } from '#modules/methods/public.ts'
import { methodPageText } from '#text/method-page.ts'
import { postText } from '#text/people.ts'
import { trackText } from '#text/router.ts'
import { evidenceText } from '#text/work.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'
import { stepSaid, withinSaid } from './said.ts'

// In units of the drawing, which is shown at its own size.
const [LEFT, WIDE, BRICK, HIGH, LINE, LANE] = [122, 130, 104, 44, 20, 34]

/** The whole drawing; with a track, its steps and arrows alone are solid. */
export function drawing(lang: Lang, method: Method, track: Track | null): Html {
  const columns = columnsOf(method)
  const arrows = arrowsOf(method, track, columns)
  const above = 24 + 13 * Math.max(1, ...arrows.map(({ from, to }) => to - from))
  const below = 20 + 13 * Math.max(1, ...arrows.map(({ from, to }) => from - to))
  const notes = columns.map(step => notesOf(lang, method, track, step))
  const notesAt = above + HIGH + below + LINE
  const lanesAt = notesAt + LINE * Math.max(...notes.map(lines => lines.length)) + 8
  const [width, height] = [LEFT + columns.length * WIDE, lanesAt + LANE * tracksOf(method).length + 8]
  return html`<div class="flow"><svg width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">
<defs><marker id="on" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path class="head" d="M0 0 10 5 0 10z"/></marker>
<marker id="back" viewBox="-1 -1 12 12" refX="9" refY="5" markerWidth="11" markerHeight="11" markerUnits="userSpaceOnUse" orient="auto"><path class="head-back" d="M0 0 10 5 0 10z"/></marker></defs>
${arrows.map(arrow => arrowDrawn(arrow, above))}
${columns.map((step, i) => brick(lang, method, track, { step, i, above, notes: notes[i] ?? [], notesAt }))}
${tracksOf(method).map((one, i) => lane(lang, method, columns, { track: one, current: one === track, y: lanesAt + i * LANE + LANE / 2 }))}
</svg></div>`
}

/** What the shapes mean. */
export function legend(lang: Lang): Html {
  const t = methodPageText(lang)
  const sign = (shape: Html) => html`<svg width="28" height="14" viewBox="0 0 28 14" aria-hidden="true">${shape}</svg>`
  return html`<p class="legend only-wide"><span>${sign(html`<path class="goes" d="M1 7H22M17 2l6 5-6 5"/>`)}${t.legendOn}</span><span>${
    sign(html`<path class="returns" d="M27 7H6"/><path class="goes" d="M8 3 2 7l6 4z"/>`)}${t.legendBack}</span><span>${sign(html`<circle class="down" cx="14" cy="7" r="5"/>`)}${t.legendDown}</span></p>`
}

// In the order of the longest track; what only other tracks have comes where the six steps have it.
function columnsOf(method: Method): Step[] {
  const longest = tracksOf(method).map(track => pathOf(method, track)).reduce((one, other) => other.length > one.length ? other : one, [])
  const rest = STEPS.filter(step => method.steps[step] && !longest.includes(step))
  return rest.reduce<Step[]>((columns, step) => {
    const before = columns.findIndex(other => STEPS.indexOf(other) > STEPS.indexOf(step))
    return columns.toSpliced(before < 0 ? columns.length : before, 0, step)
  }, [...longest])
}

interface Arrow {
  from: number
  to: number
}

// Closing before the work is done is possible from many steps: a ring at the brick says it, arrows would cover the drawing.
function arrowsOf(method: Method, track: Track | null, columns: readonly Step[]): Arrow[] {
  const tracks = track ? [track] : tracksOf(method)
  const pairs = tracks.flatMap(one => pathOf(method, one).flatMap(from => nextSteps(method, one, from).filter(to => !turnsDown(method, one, from, to)).map(to => `${from} ${to}`)))
  return [...new Set(pairs)].map(pair => pair.split(' ').map(step => columns.findIndex(column => column === step))).map(([from = 0, to = 0]) => ({ from, to }))
}

function arrowDrawn({ from, to }: Arrow, above: number): Html {
  const [x1, x2] = [middle(from), middle(to)]
  if (to === from + 1) return html`<path class="goes" marker-end="url(#on)" d="M${x1 + BRICK / 2} ${above + HIGH / 2}H${x2 - BRICK / 2 - 1}"/>`
  const rise = 20 + 13 * Math.abs(to - from)
  return to > from
    ? html`<path class="goes" marker-end="url(#on)" d="M${x1 + 18} ${above}C${x1 + 30} ${above - rise} ${x2 - 34} ${above - rise} ${x2 - 22} ${above - 2}"/>`
    : html`<path class="returns" marker-end="url(#back)" d="M${x1 - 18} ${above + HIGH}C${x1 - 30} ${above + HIGH + rise} ${x2 + 34} ${above + HIGH + rise} ${x2 + 22} ${above + HIGH + 2}"/>`
}

function brick(lang: Lang, method: Method, track: Track | null, { step, i, above, notes, notesAt }: { step: Step, i: number, above: number, notes: readonly string[], notesAt: number }): Html {
  const on = track === null || pathOf(method, track).includes(step)
  const down = on && (track ? [track] : tracksOf(method)).some(one => nextSteps(method, one, step).includes('close') && turnsDown(method, one, step, 'close'))
  const x = middle(i)
  return html`<g${!on && html` class="off"`}><rect class="brick" x="${x - BRICK / 2}" y="${above}" width="${BRICK}" height="${HIGH}" rx="3"/><text class="name" x="${x}" y="${above + 28}">${
    stepSaid(lang, method, step).slice(0, lang === 'zh' ? 6 : 12)}</text>${down && html`<circle class="down" cx="${x + BRICK / 2 - 2}" cy="${above + HIGH - 2}" r="6"/>`}${
    on ? notes.map((line, row) => html`<text x="${x}" y="${notesAt + row * LINE}"${row > 0 && html` class="dimmed"`}>${line}</text>`) : nothing}</g>`
}

// How long first; then who, and what must be there.
function notesOf(lang: Lang, method: Method, track: Track | null, step: Step): string[] {
  const rule = method.steps[step]
  const within = (track && method.tracks[track]?.clocks[step]?.within) || rule?.clock?.within
  if (!rule) return []
  return [
    ...within ? wrapped(lang, [withinSaid(lang, within)]) : [],
    ...wrapped(lang, rule.may.map(post => postText(lang)[post])),
    ...rule.evidence.flatMap(kind => wrapped(lang, [evidenceText(lang)[kind]], '＋')),
  ]
}

// Chinese may break after any character, English between words.
function wrapped(lang: Lang, words: readonly string[], mark = ''): string[] {
  const most = lang === 'zh' ? 8 : 16
  const between = lang === 'zh' ? '、' : ', '
  const pieces = words.flatMap((word, i) => (word + (i < words.length - 1 ? between : '')).match(lang === 'zh' ? /(?:\d+ ?)?[\s\S]、?/gu : /\S+\s*/gu) ?? [])
  const lines = pieces.reduce<string[]>((all, piece) => {
    const last = all.at(-1)
    return last !== undefined && (last + piece).trimEnd().length <= most ? [...all.slice(0, -1), last + piece] : [...all, piece]
  }, [])
  return lines.map((line, i) => `${i === 0 ? mark : ''}${line.trim()}`)
}

function lane(lang: Lang, method: Method, columns: readonly Step[], { track, current, y }: { track: Track, current: boolean, y: number }): Html {
  const at = pathOf(method, track).map(step => middle(columns.indexOf(step)))
  return html`<g${current && html` class="current"`}><text class="label" x="0" y="${y + 5}">${trackText(lang)[track].slice(0, 17)}</text><path class="lane-line" d="M${Math.min(...at)} ${y}H${Math.max(...at)}"/>${
    at.map(x => html`<rect class="small" x="${x - 13}" y="${y - 7}" width="26" height="14" rx="2"/>`)}</g>`
}

function middle(column: number): number {
  return LEFT + column * WIDE + WIDE / 2
}

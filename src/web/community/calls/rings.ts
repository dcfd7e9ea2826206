// 一圈一圈传出去: who was asked, drawn from the inside out; outside lie those who were left alone.
import { isWanted, type CallShown, type RingKey } from '#modules/calls/public.ts'
import { ringText } from '#text/calls.ts'
import { oneCallText, ringShort } from '#text/call-pages.ts'
import { html, type Html } from '#web/parts/html.ts'
import type { Lang } from '#kit/phrase.ts'
import { going, nameOf, type Scene } from './scene.ts'
import { spent } from './spent.ts'

const MIDDLE = 163
const INNER = 40
const OUTER = 148
/** Of the rings that were not opened only the next ones are drawn; of those in which nobody was, none. */
const AHEAD = 2
const MOST_RINGS = 6
const MOST_DOTS = 14
/** How much wider the words are in the version for old eyes. */
const LARGE = 1.3

/** All rules of one kind as one ring: `asked` people were, or up to `most` would be. */
interface Ring {
  readonly who: RingKey
  readonly after: number
  readonly most: number
  readonly asked: number
  readonly opened: boolean
}

/** A ring with its place in the drawing. */
type Drawn = Ring & { readonly radius: number }

/** The card with the drawing. */
export function ringsPart(scene: Scene): Html {
  const { visit: { lang }, shown } = scene
  const t = oneCallText(lang)
  const rings = ringsOf(shown)
  const asked = rings.reduce((sum, ring) => sum + ring.asked, 0)
  const left = rings.filter(ring => !ring.opened).length
  const lead = !isWanted(shown.call) ? t.ringsStopped(left) : left === 0 ? t.ringsAll(asked) : t.ringsGoOn(asked)
  return html`<section class="card ripple" aria-labelledby="rings"><h2 id="rings">${t.rings}</h2><p class="sm dim">${lead}</p>${drawing(scene, rings)}</section>`
}

function ringsOf({ call, rings }: CallShown): Ring[] {
  const kinds = [...new Set(call.rings.map(ring => ring.who))]
  return kinds.map(who => ({
    who, after: call.rings.find(ring => ring.who === who)?.after ?? 0,
    most: call.rings.filter(ring => ring.who === who).reduce((sum, ring) => sum + ring.most, 0),
    asked: rings.filter(ring => ring.who === who).reduce((sum, ring) => sum + ring.asked, 0),
    opened: call.rings.findIndex(ring => ring.who === who) < call.opened,
  }))
}

function placed(all: readonly Ring[]): Drawn[] {
  const told = all.filter(ring => ring.opened && ring.asked > 0)
  const rings = [...told, ...all.filter(ring => !ring.opened).slice(0, Math.max(0, Math.min(AHEAD, MOST_RINGS - told.length)))]
  const step = rings.length > 1 ? Math.min(34, (OUTER - INNER) / (rings.length - 1)) : 0
  return rings.map((ring, i) => ({ ...ring, radius: Math.round(INNER + i * step) }))
}

function drawing(scene: Scene, all: readonly Ring[]): Html {
  const rings = placed(all)
  const { visit: { lang, look }, shown: { call, caller } } = scene
  const outside = (rings.at(-1)?.radius ?? INNER) + 14
  const lit = rings.findLast(ring => ring.asked > 0)
  const core = caller ? Array.from(caller)[0] ?? '' : lang === 'zh' ? '叫' : '?'
  return html`<svg class="rings" viewBox="0 0 ${2 * MIDDLE} ${2 * outside}" role="img" aria-label="${all.map(ring => label(lang, ring, ringText(lang))).join(lang === 'zh' ? '，' : ', ')}">${
    lit && html`<circle class="wash" cx="${MIDDLE}" cy="${outside}" r="${lit.radius}"/>`}${
    rings.map(ring => html`<circle class="ring${ring.asked > 0 && ' on'}" cx="${MIDDLE}" cy="${outside}" r="${ring.radius}"/>`)}${
    isWanted(call) && lit && html`<circle class="wave" cx="${MIDDLE}" cy="${outside}" r="${lit.radius}"/>`}${
    rings.map((ring, i) => dots(ring, i, outside))}${helpersOn(scene, rings, outside)}
<circle class="core" cx="${MIDDLE}" cy="${outside}" r="21"/><text class="core-t" x="${MIDDLE}" y="${outside + 5.5}">${core}</text>${
    rings.map(ring => plate(label(lang, ring, ringShort(lang)), ring, outside, { lit, wide: look.mode === 'elder' ? LARGE : 1 }))}</svg>`
}

function label(lang: Lang, ring: Ring, names: Readonly<Record<RingKey, string>>): string {
  const t = oneCallText(lang)
  return ring.opened ? t.ringLit(names[ring.who], ring.asked) : t.ringLater(spent(lang, ring.after), names[ring.who])
}

// Round the circle, but not where its words stand.
function dots({ radius, asked, most, opened }: Drawn, ring: number, middle: number): Html {
  const count = Math.min(MOST_DOTS, opened ? asked : most)
  return html`${Array.from({ length: count }, (_, i) => {
    const angle = -0.55 + ring * 0.09 + (i + 0.5) / count * 4
    return html`<circle class="dot${opened && ' told'}" cx="${round(MIDDLE + radius * Math.cos(angle))}" cy="${round(middle + radius * Math.sin(angle))}" r="4"/>`
  })}`
}

const ANGLES = [-0.42, 3.5, 1.1, 2.1, 0.3]

function helpersOn(scene: Scene, rings: readonly Drawn[], middle: number): Html {
  return html`${going(scene).map((helper, i) => {
    const ring = rings.find(one => one.who === helper.near) ?? rings.findLast(one => one.asked > 0)
    const radius = Math.max(ring?.radius ?? INNER, INNER + 6)
    const angle = ANGLES[i] ?? 0
    const at = (far: number) => [round(MIDDLE + far * Math.cos(angle)), round(middle + far * Math.sin(angle))]
    const [x, y] = at(radius)
    return html`<path class="link" d="M${at(22).join(' ')}L${at(radius - 18).join(' ')}"/><circle class="claim" cx="${x}" cy="${y}" r="18"/><text class="core-t" x="${x}" y="${(y ?? 0) + 5.5}">${
      Array.from(nameOf(scene, helper))[0] ?? ''}</text>`
  })}`
}

// The words lie over the top of their ring, on the ground that is there.
function plate(words: string, ring: Drawn, middle: number, { lit, wide }: { lit: Drawn | undefined, wide: number }): Html {
  const width = wide * Array.from(words).reduce((sum, letter) => sum + (letter > '\u2000' ? 14.4 : 7.6), 10)
  const y = middle - ring.radius
  return html`<rect class="plate${lit && ring.radius < lit.radius && ' in'}" x="${round(MIDDLE - width / 2)}" y="${y - 10}" width="${round(width)}" height="20"/><text${
    ring.asked > 0 && html` class="lit"`} x="${MIDDLE}" y="${y + 5}">${words}</text>`
}

function round(length: number): number {
  return Math.round(length * 10) / 10
}

// The curve as a picture: answered within five minutes against people disturbed for a call.
import { PACES, REACHES, type Point, type Reach } from './sweep.ts'
import type { Compared } from './compare.ts'

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [760, 420, 60, 30, 60, 50]
const [FEWEST, MOST, LOWEST] = [5, 1200, 0.94]
const INK = { estate: '#b45309', community: '#0f766e', other: '#334155' } as const
const DASHES: Readonly<Record<number, string>> = { 0.5: '2 3', 1: 'none', 1.4: '8 4' }

/** An SVG of its own. `others`: single ways beside the rings. */
export function drawCurve(points: readonly Point[], others: readonly Compared[]): string {
  const lines = REACHES.flatMap(reach => PACES.map(pace => line(points, reach, pace)))
  const chosen = points.find(({ size, pace, reach }) => size === 1 && pace === 1 && reach === 'community')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12" fill="${INK.other}">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text(LEFT, 20, 'Answered within 5 minutes (up) against people asked for each call (right); nobody tires'),
    ...axes(), ...lines, ...others.filter(({ answered }) => answered >= LOWEST).map(one => named(one, one.name, INK.other)),
    ...chosen ? [named(chosen.way, 'the default', INK.community)] : [], ...legend(), '</svg>', '',
  ].join('\n')
}

function x(disturbed: number): number {
  return LEFT + (WIDTH - LEFT - RIGHT) * Math.log(disturbed / FEWEST) / Math.log(MOST / FEWEST)
}

function y(answered: number): number {
  return TOP + (HEIGHT - TOP - BOTTOM) * (1 - (answered - LOWEST) / (1 - LOWEST))
}

function axes(): string[] {
  const across = [0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 1].flatMap(share => [
    `<path d="M${LEFT} ${y(share).toFixed(1)}H${WIDTH - RIGHT}" stroke="#e2e8f0"/>`,
    text(12, y(share) + 4, `${(100 * share).toFixed(0)} %`),
  ])
  const up = [5, 10, 20, 50, 100, 200, 500, 1000].flatMap(count => [
    `<path d="M${x(count).toFixed(1)} ${TOP}V${HEIGHT - BOTTOM}" stroke="#e2e8f0"/>`,
    text(x(count) - 8, HEIGHT - BOTTOM + 18, String(count)),
  ])
  return [...across, ...up]
}

function line(points: readonly Point[], reach: Reach, pace: number): string {
  const shown = points.filter(one => one.reach === reach && one.pace === pace && one.way.answered >= LOWEST)
  const path = shown.map(({ way }, i) => `${i === 0 ? 'M' : 'L'}${x(way.disturbed).toFixed(1)} ${y(way.answered).toFixed(1)}`).join('')
  const dots = shown.map(({ way }) => `<circle cx="${x(way.disturbed).toFixed(1)}" cy="${y(way.answered).toFixed(1)}" r="3"/>`)
  const dashes = DASHES[pace] ?? 'none'
  const drawn = `<path d="${path}" fill="none" stroke="${INK[reach]}" stroke-width="1.5" stroke-dasharray="${dashes}"/>`
  return `${drawn}<g fill="${INK[reach]}">${dots.join('')}</g>`
}

function named(way: Compared, name: string, ink: string): string {
  const [left, top] = [x(way.disturbed), y(way.answered)]
  const ring = `<circle cx="${left.toFixed(1)}" cy="${top.toFixed(1)}" r="6" fill="none" stroke="${ink}" stroke-width="2"/>`
  return `${ring}${text(left - 30, top - 12, name)}`
}

function legend(): string[] {
  return [
    `<g fill="${INK.community}">${text(LEFT + 360, HEIGHT - BOTTOM - 56, 'rings, the last over the whole community')}</g>`,
    `<g fill="${INK.estate}">${text(LEFT + 360, HEIGHT - BOTTOM - 38, 'rings that end at the estate')}</g>`,
    text(LEFT + 360, HEIGHT - BOTTOM - 20, 'dotted: twice as quick; dashed: 1.4 times as slow'),
  ]
}

function text(left: number, top: number, words: string): string {
  return `<text x="${left.toFixed(1)}" y="${top.toFixed(1)}">${words}</text>`
}

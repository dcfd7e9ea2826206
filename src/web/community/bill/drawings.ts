// The plots of the bill: drawn with lengths and classes alone, so that they need neither script nor style.
import type { Lang } from '#kit/phrase.ts'
import type { Totals } from '#modules/bill/public.ts'
import { billText } from '#text/bill.ts'
import { html, nothing, type Html } from '#web/parts/html.ts'

const MOST_BRICKS = 180
const [WIDTH, PITCH, BRICK, COURSE, HEIGHT] = [326, 34.6, 31.6, 18, 15]
const IN_COURSE = 9

/** A quarter as a wall: solid is done, hollow is open, a stone was turned down (look.md §1). Many matters share a brick. */
export function wall(lang: Lang, { done, open, turned_down: stones }: Totals): Html {
  const t = billText(lang)
  const all = done + open + stones
  if (all === 0) return nothing
  const each = Math.ceil(all / MOST_BRICKS)
  const kinds = [...Array<string>(Math.ceil(done / each)).fill('k'), ...Array<string>(Math.ceil(open / each)).fill('w'), ...Array<string>(Math.ceil(stones / each)).fill('s')]
  const courses = Math.ceil(kinds.length / IN_COURSE)
  return html`<svg class="wall gap" viewBox="-1 -1 ${WIDTH + 2} ${courses * COURSE + 2}" role="img" aria-label="${t.wallLabel(done, open, stones)}">${kinds.map((kind, i) => {
    const course = Math.floor(i / IN_COURSE)
    // Running bond: every other course begins half a brick later, with a shorter last one.
    const x = i % IN_COURSE * PITCH + (course % 2 === 1 ? PITCH / 2 : 0)
    const width = Math.min(BRICK, WIDTH - x)
    return html`<rect class="${kind === 'k' && i % 5 === 0 ? 'k2' : kind}" x="${fixed(x)}" y="${(courses - 1 - course) * COURSE}" width="${fixed(width)}" height="${HEIGHT}" rx="1.5"/>`
  })}</svg>${each > 1 && html`<p class="center dim xs">${t.perBrick(each)}</p>`}`
}

/** One bar; its number stands beside it. */
export function bar(count: number, most: number): Html {
  return html`<svg class="wall" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="k" width="${fixed(most === 0 ? 0 : count * 100 / most)}" height="10"/></svg>`
}

function fixed(length: number): string {
  return String(Math.round(length * 10) / 10)
}

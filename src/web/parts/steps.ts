// The six bricks of a matter, the clock beside them, and its trail.
import type { Step } from '#db/tables.ts'
import type { Lang } from '#kit/phrase.ts'
import { LANES } from '#modules/matters/public.ts'
import { stepText } from '#text/matters.ts'
import { partText } from '#text/parts.ts'
import { html, icon, type Html, type Icon } from './html.ts'

type Brick = 'done' | 'now' | 'next' | 'jump'

/** How each of the six bricks stands when the matter stands at `step`; `been` are the steps that it was seen at, where that is known. */
export function bricks(step: Step, been?: readonly Step[]): Brick[] {
  const at = step === 'close' ? LANES.length : LANES.indexOf(laneOf(step))
  const seen = been && new Set(['raise', ...been.map(laneOf)])
  return LANES.map((lane, i) => i > at ? 'next' : i === at ? 'now' : seen && !seen.has(lane) ? 'jump' : 'done')
}

// Deciding is part of discussing.
function laneOf(step: Step) {
  return step === 'decide' ? 'discuss' : step === 'close' ? 'rate' : step
}

/** 提议理办晒评: solid is done, the roof is now, dashed is to come, hatched was not needed. */
export function six(lang: Lang, step: Step, { big = false, been }: { big?: boolean, been?: readonly Step[] } = {}): Html {
  const t = partText(lang)
  const states = bricks(step, been)
  const at = states.indexOf('now')
  const label = at < 0 ? t.allDone : t.atStep(at + 1, stepText(lang)[LANES[at] ?? 'raise'])
  return html`<ol class="six${big && ' big bare'}${lang === 'en' && ' words'}" aria-label="${label}">${states.map((state, i) => {
    const name = stepText(lang)[LANES[i] ?? 'raise']
    return html`<li class="${state}"${state === 'now' && html` aria-current="step"`}>${name}<span class="vh">${t[state]}</span></li>`
  })}</ol>`
}

/** A chip that tells how time stands, first by its shape. */
export function clock(state: 'ok' | 'today' | 'late' | 'paused' | 'met', words: string): Html {
  const icons: Record<typeof state, Icon> = { ok: 'clock', today: 'clock', late: 'warn', paused: 'pause', met: 'check' }
  return html`<span class="clock ${state}">${icon(icons[state])}${words}</span>`
}

/** One character on a brick, in English its number: heads a lane or a stage of the trail. */
export function tile(lang: Lang, step: Step): Html {
  return html`<b class="tile" aria-hidden="true">${lang === 'zh' ? stepText(lang)[step].slice(0, 1) : numberOf(step)}</b>`
}

function numberOf(step: Step): Html {
  return step === 'close' ? icon('check') : html`${LANES.indexOf(laneOf(step)) + 1}`
}

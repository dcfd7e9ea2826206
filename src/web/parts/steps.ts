// The six bricks of a matter, the clock beside them, and its trail.
import type { Step } from '#db/tables.ts'
import type { Lang } from '#kit/phrase.ts'
import { LANES } from '#modules/matters/public.ts'
import { stepText } from '#text/matters.ts'
import { partText } from '#text/parts.ts'
import { html, icon, type Html, type Icon } from './html.ts'

type Brick = 'done' | 'now' | 'next' | 'halt'

/** How each of the six bricks stands when the matter stands at `step`. Deciding is part of discussing. */
export function bricks(step: Step): Brick[] {
  if (step === 'close') return LANES.map(() => 'done')
  const at = LANES.indexOf(step === 'decide' ? 'discuss' : step)
  return LANES.map((_lane, i) => i < at ? 'done' : i === at ? 'now' : 'next')
}

/** 提议理办晒评: solid is done, the roof is now, dashed is to come. */
export function six(lang: Lang, step: Step, big = false): Html {
  const t = partText(lang)
  const states = bricks(step)
  const at = states.indexOf('now')
  const label = at < 0 ? t.allDone : t.atStep(at + 1, stepText(lang)[LANES[at] ?? 'raise'])
  return html`<ol class="six${big && ' big'}${lang === 'en' && ' words'}" aria-label="${label}">${states.map((state, i) => {
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
  return step === 'close' ? icon('check') : html`${LANES.indexOf(step === 'decide' ? 'discuss' : step) + 1}`
}

// The six bricks of a matter, the clock beside them, and its trail.
import type { Step, Track } from '#db/tables.ts'
import type { Lang } from '#kit/phrase.ts'
import { LANES } from '#modules/matters/public.ts'
import { pathOf, type Method } from '#modules/methods/public.ts'
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
  return row(lang, label, LANES.map((lane, i) => ({ name: stepText(lang)[lane], state: states[i] ?? 'next' })), big)
}

/** The way of one matter through its method: the steps of its track, as the method calls them. */
export function way(lang: Lang, method: Method, track: Track | null, step: Step, been: readonly Step[]): Html {
  const t = partText(lang)
  const path = pathOf(method, track).filter(name => name !== 'close')
  const at = step === 'close' ? path.length : path.indexOf(step)
  const seen = new Set<Step>(['raise', ...been])
  const nameOf = (name: Step) => method.steps[name]?.name[lang] ?? stepText(lang)[name]
  const stateOf = (name: Step, i: number): Brick => i > at ? 'next' : i === at ? 'now' : seen.has(name) ? 'done' : 'jump'
  const label = at >= path.length ? t.allDone : t.atStepOf(at + 1, path.length, nameOf(step))
  return row(lang, label, path.map((name, i) => ({ name: lang === 'zh' ? nameOf(name).slice(0, 1) : nameOf(name), state: stateOf(name, i) })), true)
}

function row(lang: Lang, label: string, states: readonly { name: string, state: Brick }[], big: boolean): Html {
  const t = partText(lang)
  return html`<ol class="six${big && ' big bare'}${lang === 'en' && ' words'}" aria-label="${label}">${states.map(({ name, state }) =>
    html`<li class="${state}"${state === 'now' && html` aria-current="step"`}>${name}<span class="vh">${t[state]}</span></li>`)}</ol>`
}

/** A chip that tells how time stands, first by its shape. */
export function clock(state: 'ok' | 'today' | 'late' | 'paused' | 'met', words: string): Html {
  const icons: Record<typeof state, Icon> = { ok: 'clock', today: 'clock', late: 'warn', paused: 'pause', met: 'check' }
  return html`<span class="clock ${state}">${icon(icons[state])}${words}</span>`
}

/** One character on a brick, in English its number: heads a lane or a stage of the trail. */
export function tile(lang: Lang, step: Step, name = stepText(lang)[step]): Html {
  return html`<b class="tile" aria-hidden="true">${lang === 'zh' ? name.slice(0, 1) : numberOf(step)}</b>`
}

function numberOf(step: Step): Html {
  return step === 'close' ? icon('check') : html`${LANES.indexOf(laneOf(step)) + 1}`
}

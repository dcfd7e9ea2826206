// What the form of a method asks, and the changes that its answers are. Pure.
import type { Step } from '#db/tables.ts'
import { limitText, type Limit } from '#modules/clocks/public.ts'
import { STEPS, tracksOf, type ClockRule, type Method, type MethodEdit } from '#modules/methods/public.ts'
import { POSTS } from '#modules/people/public.ts'

/** The units of a limit, as they are chosen. */
export const UNITS = ['minutes', 'hours', 'days', 'workingHours', 'workingDays', 'end'] as const satisfies readonly Limit['unit'][]

/** A clock of the method: the beginning of its fields' names, and where it stands. */
export interface ClockPlace {
  name: string
  path: readonly [string, ...string[]]
  clock: ClockRule | undefined
}

/** One value of a form by its name; '' when it is not there. */
export type Given = (name: string) => string

/** The clocks that belong to a step: its own, the urgent one, and those of tracks that have one. */
export function clocksOfStep(method: Method, step: Step): (ClockPlace & { of: 'step' | 'urgent' | keyof Method['tracks'] })[] {
  return [
    ...step === 'close' ? [] : [{ of: 'step', name: step, path: ['steps', step, 'clock'], clock: method.steps[step]?.clock } as const],
    ...method.urgent[step] ? [{ of: 'urgent', name: `urgent-${step}`, path: ['urgent', step], clock: method.urgent[step] } as const] : [],
    ...tracksOf(method).flatMap(track => {
      const clock = method.tracks[track]?.clocks[step]
      return clock ? [{ of: track, name: `${track}-${step}`, path: ['tracks', track, 'clocks', step], clock } as const] : []
    }),
  ]
}

/** The changes that the form asks for; what was left as it was is none. */
export function editsFrom(method: Method, given: Given, chain: readonly string[]): MethodEdit[] {
  const whole: ClockPlace[] = method.whole ? [{ name: 'whole', path: ['whole', 'clock'], clock: method.whole.clock }] : []
  const steps = STEPS.filter(step => method.steps[step])
  return [
    ...steps.flatMap(step => wordsEdits(method, step, given)),
    ...[...steps.flatMap(step => clocksOfStep(method, step)), ...whole].flatMap(place => clockEdits(place, given)),
    ...limitEdit(['silence'], method.silence, given('silence-n'), given('silence-u')),
    ...chain.join() === method.chain.join() ? [] : [{ path: ['chain'], to: chain } as const],
  ]
}

function wordsEdits(method: Method, step: Step, given: Given): MethodEdit[] {
  return (['name', 'hint'] as const).flatMap(what => (['zh', 'en'] as const).flatMap((lang): MethodEdit[] => {
    const to = given(`${step}-${what}-${lang}`).trim()
    return to === method.steps[step]?.[what][lang] ? [] : [{ path: ['steps', step, what, lang], to }]
  }))
}

function clockEdits({ name, path, clock }: ClockPlace, given: Given): MethodEdit[] {
  const number = (part: string) => given(`${name}-${part}-n`).trim()
  // Without a limit there is nothing to warn of.
  if (['within', 'warn', 'climb'].every(part => number(part) === '')) return clock ? [{ path, to: null }] : []
  return (['within', 'warn', 'climb'] as const).flatMap(part => limitEdit([...path, part], clock?.[part], number(part), given(`${name}-${part}-u`)))
}

function limitEdit(path: MethodEdit['path'], was: Limit | undefined, number: string, unit: string): MethodEdit[] {
  if (number === '') return was ? [{ path, to: null }] : []
  const known = UNITS.find(one => one === unit)
  const amount = /^\d{1,6}$/u.test(number) ? Number(number) : null
  if (known && amount === was?.amount && known === was.unit) return []
  // What is no limit is put in as it was typed, so that it is refused with its line.
  return [{ path, to: known && amount !== null ? limitText('en')({ unit: known, amount }) : `${number} ${unit}` }]
}

/** What one tap does to the chain: up-2, down-2, drop-2 or add. */
export function chainAfter(chain: readonly string[], tap: string, add: string): string[] {
  const [how = '', at = ''] = tap.split('-')
  const i = Number(at)
  const [post, other] = [chain[i], how === 'up' ? i - 1 : i + 1]
  if (how === 'add') return add in POSTS && !chain.includes(add) ? [...chain, add] : [...chain]
  if (post === undefined) return [...chain]
  if (how === 'drop') return chain.toSpliced(i, 1)
  const there = chain[other]
  return (how === 'up' || how === 'down') && there !== undefined ? chain.with(i, there).with(other, post) : [...chain]
}

/** The field of the form that a place of the method is, or undefined. */
export function fieldOf(path: readonly PropertyKey[]): string | undefined {
  const [first, ...rest] = path.map(String)
  if (first === 'steps') return rest[1] === 'clock' ? [rest[0], rest[2] ?? 'within'].join('-') : rest.join('-')
  if (first === 'tracks' && rest[1] === 'clocks') return [rest[0], rest[2], rest[3] ?? 'within'].join('-')
  if (first === 'whole') return `whole-${rest[1] ?? 'within'}`
  return first && [first, ...rest].join('-')
}

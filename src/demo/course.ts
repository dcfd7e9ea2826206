// How a matter goes on: who takes it to which step, after how many hours, with which words.
import type { Step } from '#db/tables.ts'
import type { Random } from './random.ts'
import { AGAIN, AT_WORK, CLOSED, DIRECT, NOT_OURS, TO_DECIDE, TO_DISCUSS, TO_RATE } from './troubles/notes.ts'
import { spoken, type Trouble } from './troubles/trouble.ts'

/** Who of those that look after a place. */
export type Hand = 'grid' | 'property' | 'chair'

export interface Stride {
  step: Exclude<Step, 'raise'>
  by: Hand
  /** After the step before. */
  hours: number
  note: string
}

const STUCK = 0.05
const STUCK_LONGER = 5
const NOT_OURS_SHARE = 0.05

/** The whole course of a trouble, from raised to closed. */
export function courseOf(trouble: Trouble, random: Random): Stride[] {
  if (!trouble.talked && random.chance(NOT_OURS_SHARE)) return [stride(random, 'close', 'grid', [3, 30], NOT_OURS)]
  const course = [...begin(trouble, random), ...finish(trouble, random)]
  if (!random.chance(STUCK)) return course
  const at = random.between(0, course.length - 1)
  return course.map((one, index) => index === at ? { ...one, hours: one.hours * STUCK_LONGER } : one)
}

type Hours = readonly [least: number, most: number]

function stride(random: Random, step: Stride['step'], by: Hand, [least, most]: Hours, notes: readonly string[]): Stride {
  return { step, by, hours: random.between(least * 60, most * 60) / 60, note: spoken(random.pick(notes), random) }
}

function begin(trouble: Trouble, random: Random): Stride[] {
  if (trouble.urgent) return [stride(random, 'do', 'grid', [0.2, 1.5], DIRECT)]
  if (trouble.talked) {
    return [
      stride(random, 'discuss', 'grid', [0.5, 5], TO_DISCUSS),
      ...random.chance(0.5) ? [stride(random, 'decide', 'chair', [4, 9], TO_DECIDE)] : [],
      stride(random, 'coordinate', 'chair', [4, 24], [trouble.plan]),
      stride(random, 'do', 'property', [2, 20], AT_WORK),
    ]
  }
  if (random.chance(0.4)) return [stride(random, 'do', 'property', [0.4, 5], [trouble.plan])]
  return [stride(random, 'coordinate', 'grid', [0.3, 5], [trouble.plan]), stride(random, 'do', 'property', [1, 6], AT_WORK)]
}

function finish(trouble: Trouble, random: Random): Stride[] {
  const work: Hours = trouble.talked ? [5, 100] : [2, 22]
  return [
    stride(random, 'show', 'property', work, [trouble.done]),
    ...random.chance(0.06)
      ? [stride(random, 'do', 'grid', [20, 48], AGAIN), stride(random, 'show', 'property', [10, 40], [trouble.done])]
      : [],
    stride(random, 'rate', 'grid', [2, 20], TO_RATE),
    stride(random, 'close', 'chair', [70, 220], CLOSED),
  ]
}

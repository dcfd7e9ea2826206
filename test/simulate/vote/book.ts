// What each owner will do, drawn by chance before anything is sent, and what must come of it: the simulator's own book. Pure.
import type { Random } from '../../../src/demo/random.ts'

export type Opinion = 'yes' | 'no' | 'abstain'
export type Choices = Readonly<Record<'1' | '2', Opinion | 'spoiled'>>

/** One thing that an owner does. `before`: how many minutes before the rush his paper came back; `misread`: what the second reader reads first. */
export type Step =
  | { readonly how: 'phone' | 'door' | 'mandate', readonly choices: Choices }
  | { readonly how: 'paper', readonly choices: Choices, readonly before: number, readonly misread: Choices | null }

/** How a step is sent: once, twice at the same moment, or again since the answer was lost. */
export type Sent = 'once' | 'twice' | 'lost'

export interface Plan {
  readonly person: number
  readonly steps: readonly { readonly step: Step, readonly sent: Sent }[]
  /** He also sends what must be refused. */
  readonly mischief: 'unasked' | 'other' | null
}

const STEPS = { 0: 8, 1: 72, 2: 16, 3: 4 } as const
const HOW = { phone: 58, door: 15, paper: 21, mandate: 6 } as const
const SENT = { once: 90, twice: 5, lost: 5 } as const
const MISREAD = 0.1
/** The earliest that a paper came back, in minutes before the rush. */
export const EARLIEST = 50

/** What this owner does. */
export function planOf(random: Random, person: number): Plan {
  const count = Number(random.weighted({ '0': STEPS[0], '1': STEPS[1], '2': STEPS[2], '3': STEPS[3] }))
  // Two papers of one voter never came back in the same minute.
  const minutes = random.some(Array.from({ length: EARLIEST - 1 }, (_, i) => i + 1), count)
  return {
    person, mischief: random.chance(0.01) ? random.pick(['unasked', 'other']) : null,
    steps: minutes.map(before => ({ step: stepOf(random, before), sent: random.weighted(SENT) })),
  }
}

function stepOf(random: Random, before: number): Step {
  const how = random.weighted(HOW)
  const choices = { 1: opinion(random), 2: opinion(random) }
  if (how !== 'paper') return { how, choices }
  const spoiled = random.chance(0.02) ? { ...choices, 2: 'spoiled' as const } : choices
  return { how, before, choices: spoiled, misread: random.chance(MISREAD) ? { ...spoiled, 1: spoiled[1] === 'yes' ? 'no' : 'yes' } : null }
}

function opinion(random: Random): Opinion {
  return random.weighted({ yes: 72, no: 20, abstain: 8 })
}

/** What counts of a plan: the last thing done in the rush, else the paper that came back last; null where nothing. */
export function countedOf({ steps }: Plan): Choices | null {
  const electronic = steps.filter(({ step }) => step.how !== 'paper').at(-1)
  if (electronic) return electronic.step.choices
  const papers = steps.flatMap(({ step }) => step.how === 'paper' ? [step] : [])
  return papers.toSorted((a, b) => a.before - b.before)[0]?.choices ?? null
}

/** Heads and area for each opinion of a question. */
export function sums(plans: readonly Plan[], areaOf: (person: number) => number, question: '1' | '2'): Record<'yes' | 'no' | 'abstained' | 'spoiled', { heads: number, area: number }> {
  const found = { yes: { heads: 0, area: 0 }, no: { heads: 0, area: 0 }, abstained: { heads: 0, area: 0 }, spoiled: { heads: 0, area: 0 } }
  for (const plan of plans) {
    const choice = countedOf(plan)?.[question]
    const into = choice === undefined ? [] : choice === 'spoiled' ? [found.abstained, found.spoiled] : [choice === 'abstain' ? found.abstained : found[choice]]
    for (const sum of into) {
      sum.heads++
      sum.area += areaOf(plan.person)
    }
  }
  return found
}

// Several ways of asking on the same calls, each held against telling everybody.
import type { World } from './assumptions.ts'
import { chanceFrom } from './chance.ts'
import { isAnswered, isAtDoor, pairedDifference, summaryOf, type Summary } from './figures.ts'
import { everybody, type Way } from './ways.ts'
import { liveThrough, stageOf, type Outcome, type Stage } from './year.ts'

type Difference = ReturnType<typeof pairedDifference>

/** One way of asking, over all years. Differences: against telling everybody, on the same calls. */
export interface Compared extends Summary {
  readonly name: string
  readonly outcomes: readonly Outcome[]
  readonly answeredMore: Difference
  readonly atDoorMore: Difference
  /** People disturbed, as a share of those whom telling everybody disturbs. */
  readonly disturbedShare: number
}

/** So many years, each a community of its own, in this world. */
export function stagesOf(world: World, seed: number, years: number): Stage[] {
  return Array.from({ length: years }, (_, i) => stageOf(chanceFrom(seed + i), world))
}

/** Telling everybody first, then the ways that are named, in their order. */
export function compare(stages: readonly Stage[], ways: Readonly<Record<string, Way>>): Compared[] {
  const told = lived(stages, everybody)
  const base = summaryOf(told)
  const reference = told.flatMap(({ outcomes }) => outcomes)
  const against = (name: string, years: ReturnType<typeof lived>): Compared => {
    const outcomes = years.flatMap(year => year.outcomes)
    const summary = summaryOf(years)
    return {
      ...summary, name, outcomes, disturbedShare: summary.disturbed / base.disturbed,
      answeredMore: pairedDifference(outcomes.map(isAnswered), reference.map(isAnswered)),
      atDoorMore: pairedDifference(outcomes.map(isAtDoor), reference.map(isAtDoor)),
    }
  }
  return [against('everybody', told), ...Object.entries(ways).map(([name, way]) => against(name, lived(stages, way)))]
}

function lived(stages: readonly Stage[], way: Way) {
  return stages.map(stage => liveThrough(stage, way))
}

/** The two promises: as many answered within statistical error, at most a fifth as many disturbed. */
export function keepsPromises({ answeredMore, disturbedShare }: Compared): boolean {
  return answeredMore.high >= 0 && disturbedShare <= 0.2
}

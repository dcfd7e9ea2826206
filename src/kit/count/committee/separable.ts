// Rules in which the figures of the members simply add up: the highest are elected, and only the last seats can be tied.
import { compare, fraction, fractionText, sum, ZERO, type Fraction } from '../fraction.ts'
import type { Ties } from '../lot.ts'
import type { Round } from '../shape.ts'
import { combinations } from './exhaustive.ts'
import { approvals, byNumbers, type Committee, type Profile } from './profile.ts'

/** Approval voting: how many approve a candidate. */
export function approvalsOf(profile: Profile, candidate: number): Fraction {
  return fraction(approvals(profile, candidate))
}

/** Satisfaction approval voting (Brams and Kilgour, 2014): each ballot is one vote, split evenly among whom it approves. */
export function satisfactionWith({ voters }: Profile, candidate: number): Fraction {
  return sum(voters.filter(({ approves }) => approves.has(candidate)).map(({ approves, weight }) => fraction(weight, approves.size)))
}

type FigureOf = (profile: Profile, candidate: number) => Fraction

/** Every committee of the highest figures. Throws CountProblem where too many are level. */
export function highest(profile: Profile, figureOf: FigureOf): Committee[] {
  const { sure, level } = sortedOut(profile, figureOf)
  return combinations(level, profile.seats - sure.length).map(more => [...sure, ...more].sort((a, b) => a - b)).sort(byNumbers)
}

/** One committee of the highest figures; the last seats are drawn among those who are level. */
export function highestByLot(profile: Profile, figureOf: FigureOf, size: number, ties: Ties): { elected: number[], rounds: Round[] } {
  const { sure, level, figures } = sortedOut(profile, figureOf)
  const elected = [...sure]
  while (elected.length < profile.seats) {
    const left = level.filter(each => !elected.includes(each))
    elected.push(left.length === profile.seats - elected.length ? left[0] ?? -1 : ties.one({ about: 'elect', round: 0, among: left }))
  }
  const tally = Array.from({ length: size }, (_, number) => figures.has(number) ? fractionText(figures.get(number) ?? ZERO) : null)
  return { elected, rounds: [{ acts: [{ what: 'elected', candidates: elected }], tally, exhausted: '0', lost: '0', quota: null }] }
}

// Who has more than the last seat takes, highest first; and who has just as much.
function sortedOut(profile: Profile, figureOf: FigureOf): { sure: number[], level: number[], figures: ReadonlyMap<number, Fraction> } {
  const figures = new Map(profile.candidates.map(each => [each, figureOf(profile, each)]))
  const falling = [...figures].sort(([, a], [, b]) => compare(b, a))
  const last = falling[profile.seats - 1]?.[1] ?? ZERO
  return {
    figures,
    sure: falling.filter(([, figure]) => compare(figure, last) > 0).map(([number]) => number),
    level: falling.filter(([, figure]) => compare(figure, last) === 0).map(([number]) => number),
  }
}

// Shares, their confidence, and what a year of outcomes comes to. Pure.
import { DAYS, isNight } from './demand.ts'
import type { Outcome, Year } from './year.ts'

/** The promises (S0-39), in seconds. */
export const ANSWER = 300
export const DOOR = 1800
const Z = 1.96

export interface Interval {
  readonly low: number
  readonly high: number
}

/** 95 % confidence of a share (Wilson 1927). */
export function shareInterval(hits: number, of: number): Interval {
  const share = hits / of
  const middle = (share + Z * Z / (2 * of)) / (1 + Z * Z / of)
  const half = Z / (1 + Z * Z / of) * Math.sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** How much more often one way did it than the other on the same calls, with 95 % confidence (paired; Agresti and Min 2005). */
export function pairedDifference(one: readonly boolean[], other: readonly boolean[]): Interval & { readonly difference: number } {
  let [better, worse] = [0, 0]
  for (const [i, did] of one.entries()) {
    if (did && !other[i]) better++
    if (!did && other[i]) worse++
  }
  const n = one.length + 2
  const middle = (better - worse) / n
  const half = Z * Math.sqrt(better + worse + 1 - (better - worse) ** 2 / n) / n
  return { difference: (better - worse) / one.length, low: middle - half, high: middle + half }
}

export function isAnswered({ answered }: Pick<Outcome, 'answered'>): boolean {
  return answered <= ANSWER
}

export function isAtDoor({ atDoor }: Pick<Outcome, 'atDoor'>): boolean {
  return atDoor <= DOOR
}

/** The value below which such a share of the numbers lies; 0 where there are none. */
export function quantile(numbers: readonly number[], share: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(numbers.length * share) - 1)] ?? 0
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, number) => all + number, 0)
}

export function mean(numbers: readonly number[]): number {
  return sum(numbers) / Math.max(1, numbers.length)
}

export function shareOf<T>(all: readonly T[], is: (one: T) => boolean): number {
  return all.filter(is).length / Math.max(1, all.length)
}

/** Years in numbers. Shares from 0 to 1, times in seconds. */
export interface Summary {
  readonly calls: number
  readonly answered: number
  readonly atDoor: number
  readonly median: number
  readonly p95: number
  /** Phones that rang for a call: on average, of 95 in 100 calls at most, and for calls between 22 and 7. */
  readonly disturbed: number
  readonly disturbedP95: number
  readonly disturbedAtNight: number
  readonly answeredAtNight: number
  readonly answeredInCut: number
  /** Of the calls that ask for a skill, whoever came had it. */
  readonly skilled: number
  /** How often a week each of the ten who came most came, and the share of all that they carry. */
  readonly busiest: number
  readonly carried: number
  /** How often a week each of the ten who were asked most was asked. */
  readonly mostAsked: number
}

/** Sums them up; what concerns the busiest is the mean of the years. */
export function summaryOf(years: readonly Year[]): Summary {
  const outcomes = years.flatMap(year => year.outcomes)
  const night = outcomes.filter(({ call }) => isNight(call.hour))
  const answers = outcomes.map(({ answered }) => answered)
  const disturbed = outcomes.map(outcome => outcome.disturbed)
  const topCame = years.map(({ total }) => sum(topTen(total.came)))
  return {
    calls: outcomes.length, answered: shareOf(outcomes, isAnswered), atDoor: shareOf(outcomes, isAtDoor),
    median: quantile(answers, 0.5), p95: quantile(answers, 0.95),
    disturbed: mean(disturbed), disturbedP95: quantile(disturbed, 0.95), disturbedAtNight: mean(night.map(outcome => outcome.disturbed)),
    answeredAtNight: shareOf(night, isAnswered), answeredInCut: shareOf(outcomes.filter(({ call }) => call.inCut), isAnswered),
    skilled: shareOf(outcomes.filter(({ skilled }) => skilled !== null), ({ skilled }) => skilled === true),
    busiest: mean(topCame) / TEN / WEEKS, carried: sum(topCame) / Math.max(1, sum(years.map(({ total }) => sum([...total.came])))),
    mostAsked: mean(years.map(({ total }) => sum(topTen(total.asked)))) / TEN / WEEKS,
  }
}

const TEN = 10
const WEEKS = DAYS / 7

function topTen(counts: Int32Array): number[] {
  return [...counts].sort((a, b) => b - a).slice(0, TEN)
}

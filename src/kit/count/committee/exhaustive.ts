// Rules that look at every committee and take the best. Their time grows with the number of committees; above a bound they refuse.
import { compare, ZERO, type Fraction } from '../fraction.ts'
import { CountProblem } from '../problem.ts'
import type { Committee, Profile } from './profile.ts'

/** How many looks at one kind of ballot may be taken: some seconds. */
const MOST = 20_000_000
// How many committees may win together.
const MOST_WINNERS = 10_000

/** What makes a committee good: figures compared one after the other, higher is better. */
export type Merit = readonly Fraction[]

/** All committees of the highest merit. `looks`: how often the merit looks at each ballot. Throws CountProblem where that is too much. */
export function best({ candidates, seats, voters }: Profile, merit: (committee: Committee) => Merit, looks = 1): Committee[] {
  affordable(Number(howMany(candidates.length, seats)) * Math.max(voters.length, 1) * looks)
  let winners: Committee[] = []
  let highest: Merit | null = null
  for (const committee of committees(candidates, seats)) {
    const found = merit(committee)
    const against = highest ? compareMerit(found, highest) : 1
    if (against > 0) {
      winners = [committee]
      highest = found
    } else if (against === 0 && winners.push(committee) > MOST_WINNERS) throw new CountProblem('tooMany', [String(winners.length)])
  }
  return winners
}

/** Throws CountProblem where so many looks at ballots are too many. */
export function affordable(looks: number): void {
  if (looks > MOST) throw new CountProblem('tooMany', [looks < Number.MAX_SAFE_INTEGER ? String(looks) : looks.toExponential(0)])
}

/** Every choice of so many among these. Throws CountProblem where there are too many. */
export function combinations(among: readonly number[], some: number): Committee[] {
  const many = howMany(among.length, some)
  if (many > BigInt(MOST_WINNERS)) throw new CountProblem('tooMany', [String(many)])
  return [...committees(among, some)]
}

// n over k.
function howMany(n: number, k: number): bigint {
  let many = 1n
  for (let i = 1n; i <= BigInt(k); i++) many = many * (BigInt(n) - BigInt(k) + i) / i
  return many
}

// Every committee of so many, in order.
function* committees(candidates: readonly number[], seats: number): Generator<Committee> {
  if (seats === 0) {
    yield []
    return
  }
  for (const [place, first] of candidates.entries()) {
    for (const rest of committees(candidates.slice(place + 1), seats - 1)) yield [first, ...rest]
  }
}

// Negative, 0 or positive. What is missing at the end counts as nothing.
function compareMerit(a: Merit, b: Merit): number {
  for (let place = 0; place < Math.max(a.length, b.length); place++) {
    const difference = compare(a[place] ?? ZERO, b[place] ?? ZERO)
    if (difference !== 0) return difference
  }
  return 0
}

// Ballots before they are counted: checked, blank and spoilt ones set aside, equal ones put together.
import { CountProblem } from './problem.ts'
import type { Ballots, Pile } from './shape.ts'

/** What is left to count. `piles` are in an order that does not depend on the order of the ballots handed in. */
export interface Sorted {
  readonly piles: readonly Pile[]
  readonly ballots: number
  readonly blank: number
  readonly spoilt: number
}

/** Throws CountProblem where the ballots are no ballots at all: numbers of nobody, somebody twice, counts that are no counts. */
export function checkBallots({ candidates, piles, withdrawn = [] }: Ballots): void {
  if (candidates.length === 0) throw new CountProblem('fewCandidates')
  const known = (one: number) => Number.isInteger(one) && one >= 0 && one < candidates.length
  const nobody = withdrawn.find(one => !known(one))
  if (nobody !== undefined) throw new CountProblem('noSuchCandidate', [String(nobody)])
  for (const { times, groups, points } of piles) {
    if (!Number.isSafeInteger(times) || times < 1) throw new CountProblem('times', [String(times)])
    const seen = new Set<number>()
    for (const one of groups.flat()) {
      if (!known(one)) throw new CountProblem('noSuchCandidate', [String(one)])
      if (seen.has(one)) throw new CountProblem('twice', [candidates[one] ?? String(one)])
      seen.add(one)
    }
    if (points && (points.length !== groups.length || !points.every(Number.isSafeInteger))) throw new CountProblem('points')
  }
}

/** Without the withdrawn, blank and spoilt; `takes` says whether the rule takes a ballot's marks. Throws CountProblem as checkBallots. */
export function sorted(ballots: Ballots, takes: (pile: Pile) => boolean = () => true): Sorted {
  checkBallots(ballots)
  const gone = new Set(ballots.withdrawn)
  const together = new Map<string, Pile>()
  let [all, blank, spoilt] = [0, 0, 0]
  for (const pile of ballots.piles) {
    all += pile.times
    const left = without(pile, gone)
    if (!takes(pile)) spoilt += pile.times
    else if (left.groups.length === 0) blank += pile.times
    else {
      const key = keyOf(left)
      const equal = together.get(key)
      together.set(key, equal ? { ...left, times: left.times + equal.times } : left)
    }
  }
  if (!Number.isSafeInteger(all)) throw new CountProblem('times', [String(all)])
  const piles = [...together].sort(([a], [b]) => a < b ? -1 : 1).map(([, pile]) => pile)
  return { piles, ballots: all, blank, spoilt }
}

function without(pile: Pile, gone: ReadonlySet<number>): Pile {
  if (pile.groups.every(([one = -1, second]) => second === undefined && one >= 0 && !gone.has(one))) return pile
  const left = pile.groups.map(group => group.filter(one => !gone.has(one)).sort((a, b) => a - b))
  const kept = (_: unknown, at: number) => (left[at]?.length ?? 0) > 0
  return { times: pile.times, groups: left.filter(kept), ...pile.points ? { points: pile.points.filter(kept) } : {} }
}

function keyOf({ groups, points }: Pile): string {
  return `${groups.map(group => group.join(',')).join('>')}|${points?.join(',') ?? ''}`
}

/** Whom a ballot approves: all whom it names, but not those to whom it gives no points. */
export function approved(groups: Pile['groups'], points?: Pile['points']): number[] {
  return groups.flatMap((group, place) => (points?.[place] ?? 1) > 0 ? group : [])
}

/** The candidates who stand, by number. */
export function standing({ candidates, withdrawn = [] }: Ballots): number[] {
  return candidates.map((_, number) => number).filter(number => !withdrawn.includes(number))
}

/** How many can be elected: the seats, or fewer where fewer stand. Throws CountProblem where there is no seat, or fewer candidates than
 * seats. */
export function seatsFor(ballots: Ballots, seats: number): number {
  if (!Number.isInteger(seats) || seats < 1 || seats > ballots.candidates.length) throw new CountProblem('seats')
  return Math.min(seats, standing(ballots).length)
}

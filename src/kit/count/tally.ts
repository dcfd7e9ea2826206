// Counts in one round: yes or no, one of several, several of several, as many as one likes, points.
import { seatsFor, sorted, standing, type Sorted } from './ballots.ts'
import { tiesBy, type Ties } from './lot.ts'
import { CountProblem } from './problem.ts'
import type { Ballots, Method, Outcome, Pile, Rule } from './shape.ts'

type Of<M extends Method> = Extract<Rule, { method: M }>
type OneRound = Of<'single' | 'approval'> | Of<'multiple'> | Of<'score'>

/** The candidates with most marks; for points, with most points: what a ballot leaves out gets the lowest. A tie for a seat goes to the
 * lot. */
export function countTally(ballots: Ballots, rule: OneRound): Outcome {
  const seats = seatsFor(ballots, rule.seats ?? 1)
  if (rule.method === 'multiple' && !(Number.isInteger(rule.most) && rule.most >= 1)) throw new CountProblem('most')
  if (rule.method === 'score' && !(Number.isSafeInteger(rule.lowest) && rule.highest > rule.lowest)) throw new CountProblem('points')
  const counted = sorted(ballots, pile => takes(rule, pile))
  const held = sums(ballots, counted.piles, rule.method === 'score' ? rule.lowest : null)
  const ties = tiesBy(rule.lot)
  return oneRound(ballots, rule.method, counted, held, topOf(held, seats, ties), ties)
}

function takes(rule: OneRound, { groups, points }: Pile): boolean {
  if (rule.method === 'approval') return true
  if (rule.method === 'score') return groups.length === 0 || points?.every(each => each >= rule.lowest && each <= rule.highest) === true
  return groups.flat().length <= (rule.method === 'multiple' ? rule.most : 1)
}

function sums(ballots: Ballots, piles: readonly Pile[], lowest: number | null): Map<number, bigint> {
  const all = piles.reduce((whole, { times }) => whole + BigInt(times), 0n)
  const start = lowest === null ? 0n : all * BigInt(lowest)
  const held = new Map(standing(ballots).map(each => [each, start]))
  for (const { times, groups, points } of piles) {
    groups.forEach((group, place) => {
      const worth = lowest === null ? ((points?.[place] ?? 1) > 0 ? 1 : 0) : (points?.[place] ?? lowest) - lowest
      for (const each of group) held.set(each, (held.get(each) ?? 0n) + BigInt(times) * BigInt(worth))
    })
  }
  return held
}

/** The first so many by what they hold; where a tie goes across the last seat, the lot draws seat by seat. */
export function topOf(held: ReadonlyMap<number, bigint>, seats: number, ties: Ties): number[] {
  const top: number[] = []
  const left = new Map(held)
  while (top.length < seats && left.size > 0) {
    const most = [...left.values()].reduce((a, b) => a > b ? a : b)
    const level = [...left.keys()].filter(each => left.get(each) === most)
    const one = level.length <= seats - top.length ? level[0] ?? -1 : ties.one({ about: 'elect', round: 0, among: level })
    top.push(one)
    left.delete(one)
  }
  return top
}

/** More than so much of yes and no together carries (1 of 2: more than half). Candidate 0 is yes, 1 is no; others are shown, not
 * counted. */
export function countYesNo(ballots: Ballots, { method, over: [part, whole] }: Of<'yes-no'>): Outcome {
  if (ballots.candidates.length < 2) throw new CountProblem('fewCandidates')
  if (!(Number.isSafeInteger(part) && Number.isSafeInteger(whole) && part >= 0 && part < whole)) throw new CountProblem('share')
  const counted = sorted(ballots, ({ groups }) => groups.flat().length <= 1)
  const held = sums(ballots, counted.piles, null)
  const [yes, no] = [held.get(0) ?? 0n, held.get(1) ?? 0n]
  return oneRound(ballots, method, counted, held, [yes * BigInt(whole) > BigInt(part) * (yes + no) ? 0 : 1])
}

function oneRound({ candidates }: Ballots, method: Method, { ballots, blank, spoilt }: Sorted, held: ReadonlyMap<number, bigint>,
  elected: readonly number[], ties?: Ties): Outcome {
  const tally = candidates.map((_, number) => held.has(number) ? String(held.get(number)) : null)
  const round = { acts: [{ what: 'elected' as const, candidates: elected }], tally, exhausted: '0', lost: '0', quota: null }
  return { method, elected, rounds: [round], ties: ties?.list ?? [], ballots, blank, spoilt }
}

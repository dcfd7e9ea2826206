// Papers on the table of a transferable vote: who holds them, at what value, and where they go next. Amounts in units of the rule's
// decimals.
import { standing } from '../ballots.ts'
import type { Ballots, Pile } from '../shape.ts'

/** Equal papers that travel together. `at` is the place in `ranks` of the candidate who holds them. */
export interface Papers {
  readonly times: bigint
  readonly weight: bigint
  readonly ranks: readonly number[]
  readonly at: number
}

/** A candidate in the count. pending: elected, his surplus not yet passed on. */
export interface Standing {
  readonly number: number
  votes: bigint
  papers: Papers[]
  state: 'hopeful' | 'pending' | 'elected' | 'excluded'
}

/** All that lies on the table. */
export interface Table {
  readonly standings: readonly Standing[]
  readonly byNumber: ReadonlyMap<number, Standing>
  /** Whole papers that are counted, in units. */
  readonly valid: bigint
  exhausted: bigint
  lost: bigint
}

/** Every paper with its first candidate, at the value of one. */
export function deal(ballots: Ballots, piles: readonly Pile[], one: bigint): Table {
  const standings = standing(ballots).map((number): Standing => ({ number, votes: 0n, papers: [], state: 'hopeful' }))
  const valid = piles.reduce((all, pile) => all + BigInt(pile.times), 0n) * one
  const table: Table = { standings, byNumber: new Map(standings.map(each => [each.number, each])), valid, exhausted: 0n, lost: 0n }
  for (const pile of piles) passOn(table, { times: BigInt(pile.times), weight: one, ranks: ranksOf(pile), at: -1 })
  return table
}

/** One after the other, up to the first place that names two at once: from there nobody can say who is meant. */
export function ranksOf({ groups }: Pile): number[] {
  const doubtful = groups.findIndex(group => group.length > 1)
  return (doubtful < 0 ? groups : groups.slice(0, doubtful)).flat()
}

/** A paper whose first place names two is no vote. */
export function namesAFirst({ groups }: Pile): boolean {
  return groups.length === 0 || groups[0]?.length === 1
}

/** The papers go to the next hopeful candidate whom they name; without one they are exhausted. Returns the amount that found somebody. */
export function passOn(table: Table, { times, weight, ranks, at }: Papers): bigint {
  const amount = times * weight
  for (let next = at + 1; next < ranks.length; next++) {
    const to = table.byNumber.get(ranks[next] ?? -1)
    if (to?.state !== 'hopeful') continue
    to.votes += amount
    to.papers.push({ times, weight, ranks, at: next })
    return amount
  }
  table.exhausted += amount
  return 0n
}

/** An excluded candidate's papers go on at the value they have. */
export function release(table: Table, from: Standing): void {
  const { papers } = from
  from.papers = []
  from.votes = 0n
  for (const each of papers) passOn(table, each)
}

/** Those in one state, in the order of the candidates. */
export function those(table: Table, state: Standing['state']): Standing[] {
  return table.standings.filter(each => each.state === state)
}

/** The votes of some. */
export function votesOf(some: readonly Standing[]): bigint {
  return some.reduce((all, each) => all + each.votes, 0n)
}

// Meek's and Warren's transferable vote: every elected candidate keeps as much of each paper as gives him the quota, found by iteration.
// Proportional Representation Foundation, Reference Meek Rule: nine places, omega 0.000001. Warren differs in what a candidate keeps: not a
// share of what reaches him but the same amount of every paper (Hill and Warren, Meek versus Warren, Voting matters 20, 2005).
import { sorted, standing } from '../ballots.ts'
import { decimals, up } from '../decimal.ts'
import { tiesBy, type Ties } from '../lot.ts'
import type { Act, Ballots, Lot, Outcome, Round } from '../shape.ts'
import { namesAFirst, ranksOf } from './papers.ts'

interface Candidate {
  readonly number: number
  state: 'hopeful' | 'elected' | 'excluded'
  keep: bigint
  votes: bigint
  /** The most that he took of any paper. */
  most: bigint
}

/** Papers that go the same way. */
interface Papers { readonly times: bigint, readonly ranks: readonly Candidate[] }

interface Count {
  readonly method: 'meek' | 'warren'
  readonly candidates: readonly Candidate[]
  readonly papers: readonly Papers[]
  readonly seats: number
  readonly ties: Ties
  readonly elected: number[]
  readonly rounds: Round[]
  quota: bigint
  exhausted: bigint
}

const { one, text } = decimals(9)
const OMEGA = one / 1_000_000n
// Meek's surplus falls with every turn, and the rule stops when nine places end that. Warren's can stand still before it falls: there the
// count goes on until what everybody keeps stays the same, which comes long before this bound.
const MOST_TURNS = 2_000

/** Counts by Meek or Warren. `seats` is checked already. */
export function countMeek(ballots: Ballots, { method, seats, lot }: { method: 'meek' | 'warren', seats: number, lot: Lot }): Outcome {
  const { piles, ...counts } = sorted(ballots, namesAFirst)
  const candidates = standing(ballots).map((number): Candidate => ({ number, state: 'hopeful', keep: one, votes: 0n, most: 0n }))
  const byNumber = new Map(candidates.map(each => [each.number, each]))
  const papers = piles.map(pile => ({ times: BigInt(pile.times), ranks: ranksOf(pile).flatMap(number => byNumber.get(number) ?? []) }))
  const count: Count = { method, candidates, papers, seats, ties: tiesBy(lot), elected: [], rounds: [], quota: 0n, exhausted: 0n }
  while (!isDecided(count)) round(count, ballots)
  finish(count, ballots)
  return { method, elected: count.elected, rounds: count.rounds, ties: count.ties.list, ...counts }
}

function isDecided({ candidates, elected, seats }: Count): boolean {
  return elected.length >= seats || candidates.filter(each => each.state !== 'excluded').length <= seats
}

// Iterates until somebody is elected or the surplus is as small as it gets; then the lowest goes.
function round(count: Count, ballots: Ballots): void {
  const papers = together(count)
  let before: bigint | null = null
  for (let turn = 1; ; turn++) {
    distribute(count, papers)
    count.quota = count.candidates.reduce((all, each) => all + each.votes, 0n) / BigInt(count.seats + 1) + 1n
    const reached = of(count, 'hopeful').filter(each => each.votes >= count.quota).sort(byVotes)
    if (reached.length > 0) return close(count, ballots, [elect(count, reached)])
    const surplus = of(count, 'elected').reduce((all, each) => all + each.votes - count.quota, 0n)
    const total = surplus > 0n ? surplus : 0n
    const keeps = of(count, 'elected').map(each => ({ each, keep: keepFor(each, count) }))
    const settled = turn === MOST_TURNS || keeps.every(({ each, keep }) => keep === each.keep)
    const stands = count.method === 'meek' ? before !== null && total >= before : settled
    if (total < OMEGA || stands) return close(count, ballots, [excludeLowest(count, total)])
    for (const { each, keep } of keeps) each.keep = keep
    before = total
  }
}

// What would have made the quota last time; never more than all. By Warren a price that no paper could pay says nothing: what was paid
// does.
function keepFor({ keep, votes, most }: Candidate, { quota, method }: Count): bigint {
  const kept = method === 'warren' && most < keep ? most : keep
  const next = votes === 0n ? one : up(up(kept, quota, one), one, votes)
  return next < one ? next : one
}

// A hopeful candidate keeps all, so nobody behind him matters yet: what is left are a few ways, however many papers there are.
function together({ papers }: Count): Papers[] {
  const ways = new Map<string, Papers>()
  for (const { times, ranks } of papers) {
    const standing = ranks.filter(each => each.state !== 'excluded')
    const way = standing.slice(0, standing.findIndex(each => each.state === 'hopeful') + 1 || standing.length)
    const key = way.map(each => each.number).join()
    ways.set(key, { ranks: way, times: times + (ways.get(key)?.times ?? 0n) })
  }
  return [...ways.values()]
}

function distribute(count: Count, papers: readonly Papers[]): void {
  for (const each of count.candidates) Object.assign(each, { votes: 0n, most: 0n })
  count.exhausted = 0n
  for (const { times, ranks } of papers) {
    let left = one
    for (const each of ranks) {
      const share = count.method === 'meek' ? up(left, each.keep, one) : each.keep < left ? each.keep : left
      each.votes += times * share
      if (share > each.most) each.most = share
      left -= share
      if (left === 0n) break
    }
    count.exhausted += times * left
  }
}

function of(count: Count, state: Candidate['state']): Candidate[] {
  return count.candidates.filter(each => each.state === state)
}

function byVotes(a: Candidate, b: Candidate): number {
  return a.votes > b.votes ? -1 : a.votes < b.votes ? 1 : a.number - b.number
}

function elect(count: Count, who: readonly Candidate[]): Act {
  for (const each of who) each.state = 'elected'
  const candidates = who.map(each => each.number)
  count.elected.push(...candidates)
  return { what: 'elected', candidates }
}

// What is still to be passed on could lift any of those within the surplus of the lowest: they count as tied, and only the lot ends it.
function excludeLowest(count: Count, surplus: bigint): Act {
  const hopeful = of(count, 'hopeful')
  const least = hopeful.reduce((a, b) => b.votes < a.votes ? b : a).votes
  const among = hopeful.filter(each => each.votes <= least + surplus).map(each => each.number)
  const number = count.ties.one({ about: 'exclude', round: count.rounds.length, among })
  const loser = hopeful.find(each => each.number === number)
  if (loser) loser.state = 'excluded'
  return { what: 'excluded', candidates: [number] }
}

function finish(count: Count, ballots: Ballots): void {
  const left = of(count, 'hopeful').sort(byVotes)
  distribute(count, together(count))
  const elected = count.elected.length < count.seats
  if (left.length === 0) return
  const act: Act = elected ? elect(count, left) : { what: 'excluded', candidates: left.map(each => each.number) }
  if (!elected) for (const each of left) each.state = 'excluded'
  close(count, ballots, [act])
}

function close({ rounds, candidates, exhausted, quota }: Count, ballots: Ballots, acts: readonly Act[]): void {
  const held = new Map(candidates.map(each => [each.number, each.votes]))
  const tally = ballots.candidates.map((_, number) => held.has(number) ? text(held.get(number) ?? 0n) : null)
  rounds.push({ acts, tally, exhausted: text(exhausted), lost: text(0n), quota: text(quota) })
}

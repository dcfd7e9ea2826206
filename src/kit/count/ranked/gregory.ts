// A transferable vote counted in rounds: elect who has the quota; pass on the largest surplus; without a surplus exclude the lowest.
import { sorted } from '../ballots.ts'
import { decimals } from '../decimal.ts'
import { tiesBy, type Held, type Ties } from '../lot.ts'
import type { Act, Ballots, Lot, Method, Outcome, Round } from '../shape.ts'
import { deal, namesAFirst, passOn, release, those, votesOf, type Standing, type Table } from './papers.ts'
import type { GregoryRule } from './rules.ts'

interface Count {
  readonly rule: GregoryRule
  readonly one: bigint
  readonly seats: number
  readonly table: Table
  readonly ties: Ties
  readonly held: Held[]
  readonly rounds: Round[]
  readonly elected: number[]
  acts: Act[]
  quota: bigint
}

interface Asked { readonly method: Method, readonly rule: GregoryRule, readonly seats: number, readonly lot: Lot }

/** Counts by one of the rules in rules.ts. `seats` is checked already. */
export function countGregory(ballots: Ballots, { method, rule, seats, lot }: Asked): Outcome {
  const { piles, ...counts } = sorted(ballots, namesAFirst)
  const { one, text } = decimals(rule.places)
  const table = deal(ballots, piles, one)
  const count: Count = { rule, one, seats, table, ties: tiesBy(lot), held: [], rounds: [], elected: [], acts: [], quota: 0n }
  const close = () => closeRound(count, ballots, text)
  let over = settle(count)
  close()
  while (!over) {
    over = nextRound(count)
    close()
  }
  return { method, elected: count.elected, rounds: count.rounds, ties: count.ties.list, ...counts }
}

// True when every seat is decided.
function nextRound(count: Count): boolean {
  const pending = those(count.table, 'pending')
  const losers = count.rule.together ? sureLosers(count) : []
  if (losers.length > 0) return exclude(count, losers)
  if (pending.length > 0) {
    passSurplus(count, highest(count, pending))
    return settle(count)
  }
  return exclude(count, [lowest(count)])
}

// Elects who has the quota; then ends the count if the seats are full, or if nobody is left to choose between.
function settle(count: Count): boolean {
  const { table, seats, rule, one } = count
  count.quota = rule.quota({ valid: table.valid, inPlay: votesOf(those(table, 'hopeful')), seats: BigInt(seats), one })
  if (isDecided(count)) return finish(count)
  const reached = those(table, 'hopeful').filter(each => each.votes >= count.quota)
  elect(count, reached, 'pending')
  return isDecided(count) && finish(count)
}

function isDecided({ table, elected, seats }: Count): boolean {
  return elected.length + those(table, 'hopeful').length <= seats || elected.length >= seats
}

function finish(count: Count): true {
  const left = those(count.table, 'hopeful')
  if (count.elected.length < count.seats) elect(count, left, 'elected')
  else if (left.length > 0) mark(count, 'excluded', left, 'excluded')
  for (const each of those(count.table, 'pending')) each.state = 'elected'
  return true
}

function elect(count: Count, who: readonly Standing[], state: 'pending' | 'elected'): void {
  if (who.length === 0) return
  const inOrder = [...who].sort((a, b) => a.votes > b.votes ? -1 : a.votes < b.votes ? 1 : a.number - b.number)
  count.elected.push(...inOrder.map(each => each.number))
  mark(count, 'elected', inOrder, state)
}

function mark(count: Count, what: Act['what'], who: readonly Standing[], state: Standing['state']): void {
  for (const each of who) each.state = state
  count.acts.push({ what, candidates: who.map(each => each.number) })
}

// The largest group from below that cannot reach the next one above it, even with every surplus and all its votes together.
function sureLosers({ table, elected, seats, quota }: Count): Standing[] {
  const rising = those(table, 'hopeful').sort((a, b) => a.votes < b.votes ? -1 : a.votes > b.votes ? 1 : 0)
  let reach = those(table, 'pending').reduce((all, each) => all + each.votes - quota, 0n)
  let sure = 0
  for (const [at, each] of rising.slice(0, rising.length - Math.max(seats - elected.length, 1)).entries()) {
    reach += each.votes
    const next = rising[at + 1]
    if (next && reach < next.votes) sure = at + 1
  }
  return rising.slice(0, sure)
}

function highest(count: Count, pending: readonly Standing[]): Standing {
  const most = pending.reduce((a, b) => b.votes > a.votes ? b : a).votes
  return choose(count, 'surplus', 'most', pending.filter(each => each.votes === most))
}

function lowest(count: Count): Standing {
  const hopeful = those(count.table, 'hopeful')
  const least = hopeful.reduce((a, b) => b.votes < a.votes ? b : a).votes
  return choose(count, 'exclude', 'least', hopeful.filter(each => each.votes === least))
}

type About = 'surplus' | 'exclude'

function choose({ ties, table, held, rule }: Count, about: About, wants: 'most' | 'least', tied: readonly Standing[]): Standing {
  const among = tied.map(each => each.number)
  const one = ties.one({ about, wants, among, round: held.length, ...rule.earlier ? { earlier: held.slice(0, -1) } : {} })
  const chosen = table.byNumber.get(one)
  if (!chosen) throw new RangeError(`nobody is number ${one}`)
  return chosen
}

function passSurplus(count: Count, from: Standing): void {
  const { table, quota, rule, one } = count
  const { papers, votes } = from
  const surplus = votes - quota
  const before = table.exhausted
  from.papers = []
  let moved = 0n
  for (const each of papers) moved += passOn(table, { ...each, weight: rule.pass(each.weight, surplus, votes, one) })
  from.votes = quota
  table.lost += surplus - moved - (table.exhausted - before)
  mark(count, 'surplus', [from], 'elected')
}

function exclude(count: Count, losers: readonly Standing[]): boolean {
  mark(count, 'excluded', losers, 'excluded')
  if (!count.rule.lastTransfer && isDecided(count)) return finish(count)
  for (const each of losers) release(count.table, each)
  return settle(count)
}

function closeRound(count: Count, ballots: Ballots, text: (amount: bigint) => string): void {
  const { table, acts, held, rounds, quota } = count
  held.push(new Map(table.standings.map(each => [each.number, each.votes])))
  rounds.push({
    acts, exhausted: text(table.exhausted), lost: text(table.lost), quota: text(quota),
    tally: ballots.candidates.map((_, number) => {
      const each = table.byNumber.get(number)
      return each ? text(each.votes) : null
    }),
  })
  count.acts = []
}

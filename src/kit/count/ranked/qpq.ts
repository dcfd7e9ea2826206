// Quota-preferential by quotient: Woodall, QPQ, a quota-preferential STV-like election rule, Voting matters 17 (2003), with his restart
// after
// each exclusion. Exact fractions.
import { sorted, standing } from '../ballots.ts'
import { compare, fraction, fractionText, minus, ONE, over, plus, sum, times, ZERO, type Fraction } from '../fraction.ts'
import { tiesBy, type Ties } from '../lot.ts'
import type { Act, Ballots, Lot, Outcome, Round } from '../shape.ts'
import { namesAFirst, ranksOf } from './papers.ts'

interface Paper {
  readonly times: number
  readonly ranks: readonly number[]
  /** How much of a seat this paper has already elected. */
  given: Fraction
}

interface Count {
  readonly papers: readonly Paper[]
  readonly seats: number
  readonly ties: Ties
  readonly rounds: Round[]
  hopeful: Set<number>
  elected: number[]
}

interface Quotients { readonly of: ReadonlyMap<number, Fraction>, readonly quota: Fraction, readonly inactive: Fraction }

/** Counts by QPQ. `seats` is checked already. */
export function countQpq(ballots: Ballots, { seats, lot }: { seats: number, lot: Lot }): Outcome {
  const { piles, ...counts } = sorted(ballots, namesAFirst)
  const papers = piles.map((pile): Paper => ({ times: pile.times, ranks: ranksOf(pile), given: ZERO }))
  const count: Count = { papers, seats, ties: tiesBy(lot), rounds: [], hopeful: new Set(standing(ballots)), elected: [] }
  let over = false
  while (!over) {
    const quotients = quotientsOf(count)
    over = count.elected.length + count.hopeful.size <= seats || count.elected.length >= seats
    close(count, ballots, quotients, over ? electRest(count) : decide(count, quotients))
  }
  return { method: 'qpq', elected: count.elected, rounds: count.rounds, ties: count.ties.list, ...counts }
}

// A candidate's quotient: the papers that name him highest, over one more than what these have elected already.
function quotientsOf(count: Count): Quotients {
  const held = new Map([...count.hopeful].map(each => [each, new Map<Fraction, number>()]))
  const idle = new Map<Fraction, number>()
  for (const paper of count.papers) {
    const pile = held.get(topOf(paper, count.hopeful) ?? -1) ?? idle
    pile.set(paper.given, (pile.get(paper.given) ?? 0) + paper.times)
  }
  const of = new Map([...held].map(([number, pile]) => [number, over(votesIn(pile), plus(ONE, givenIn(pile)))]))
  const active = sum([...held.values()].map(votesIn))
  return { of, inactive: votesIn(idle), quota: over(active, minus(fraction(1 + count.seats), givenIn(idle))) }
}

function votesIn(pile: ReadonlyMap<Fraction, number>): Fraction {
  return fraction([...pile.values()].reduce((all, each) => all + each, 0))
}

function givenIn(pile: ReadonlyMap<Fraction, number>): Fraction {
  return sum([...pile].map(([given, papers]) => times(given, fraction(papers))))
}

function topOf({ ranks }: Paper, hopeful: ReadonlySet<number>): number | undefined {
  return ranks.find(each => hopeful.has(each))
}

// The highest quotient above the quota is elected; if none is, the lowest is excluded and all begins anew without him.
function decide(count: Count, { of, quota }: Quotients): Act[] {
  const all = [...of]
  const highest = all.reduce((a, b) => compare(b[1], a[1]) > 0 ? b : a)[1]
  const choose = (about: 'elect' | 'exclude', value: Fraction) => count.ties.one({
    about, round: count.rounds.length, among: all.filter(([, each]) => compare(each, value) === 0).map(([number]) => number) })
  if (compare(highest, quota) > 0) {
    const number = choose('elect', highest)
    const given = over(ONE, highest)
    for (const paper of count.papers) if (topOf(paper, count.hopeful) === number) paper.given = given
    count.hopeful.delete(number)
    count.elected.push(number)
    return [{ what: 'elected', candidates: [number] }]
  }
  const number = choose('exclude', all.reduce((a, b) => compare(b[1], a[1]) < 0 ? b : a)[1])
  const again = count.elected
  count.hopeful.delete(number)
  count.hopeful = new Set([...count.hopeful, ...again].sort((a, b) => a - b))
  count.elected = []
  for (const paper of count.papers) paper.given = ZERO
  return [{ what: 'excluded', candidates: [number] }, ...again.length > 0 ? [{ what: 'restarted' as const, candidates: again }] : []]
}

function electRest(count: Count): Act[] {
  const left = [...count.hopeful]
  if (left.length === 0) return []
  if (count.elected.length >= count.seats) return [{ what: 'excluded', candidates: left }]
  count.elected.push(...left)
  return [{ what: 'elected', candidates: left }]
}

function close({ rounds }: Count, ballots: Ballots, { of, quota, inactive }: Quotients, acts: readonly Act[]): void {
  const tally = ballots.candidates.map((_, number) => {
    const value = of.get(number)
    return value ? fractionText(value) : null
  })
  rounds.push({ acts, tally, exhausted: fractionText(inactive), lost: '0', quota: fractionText(quota) })
}

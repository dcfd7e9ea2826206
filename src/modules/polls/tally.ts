// From ballots to a protocol: the poll's rule in the words of the counting kit. Pure: the same ballots always give the same protocol.
import { count } from '#kit/count/count.ts'
import type { Ballots, Pile, Rule } from '#kit/count/shape.ts'
import { orderOf, type Marks } from '#modules/polls/ballot.ts'
import { enough, isRanked, type Poll } from '#modules/polls/poll.ts'
import type { Piles, Protocol } from '#modules/polls/protocol.ts'
import { commitmentTo } from '#modules/polls/secrecy.ts'

/** What must be known besides the ballots. `options`: their names; `seed`: of the lots. */
export interface Counting extends Pick<Poll, 'rule' | 'most' | 'seats' | 'top'> {
  readonly options: readonly string[]
  readonly asked: number
  readonly quorum: number
  readonly seed: string
}

/** Counts. A poll without a ballot elects nobody. */
export function tallied(counting: Counting, piles: Piles): Protocol {
  const { rule, most, seats, top, options, asked, quorum, seed } = counting
  const ballots = piles.reduce((sum, pile) => sum + pile.times, 0)
  const counted = ballots === 0 ? null : count(inKit(counting, piles), ruleOf(counting))
  return {
    rule, most, seats, top, options: [...options], asked, quorum, seed, commitment: commitmentTo(seed),
      reached: ballots >= enough(counting), ballots,
    method: counted?.method ?? ruleOf(counting).method, blank: counted?.blank ?? 0, elected: [...counted?.elected ?? []],
    rounds: (counted?.rounds ?? []).map(round => ({ ...round, acts: round.acts.map(act => ({ ...act, candidates: [...act.candidates] })),
      tally: [...round.tally] })),
    ties: (counted?.ties ?? []).map(({ lots, ...tie }) => ({
      ...tie, among: tie.among.map(some => [...some]), drawn: [...tie.drawn], ...lots && { lots: [...lots] },
    })),
    ...counted?.pairs && { pairs: {
      preferred: counted.pairs.preferred.map(row => [...row]), strongest: counted.pairs.strongest.map(row => [...row]),
      smith: [...counted.pairs.smith], condorcet: counted.pairs.condorcet,
    } },
  }
}

/** The rule as the kit has it. */
export function ruleOf({ rule, most, seats, top, seed }: Pick<Counting, 'rule' | 'most' | 'seats' | 'top' | 'seed'>): Rule {
  const lot = { seed }
  switch (rule) {
    case 'yes_no': return { method: 'yes-no', over: [1, 2], lot }
    case 'single': return { method: 'single', seats, lot }
    case 'multiple': return { method: 'multiple', most, seats, lot }
    case 'approval': return { method: 'approval', seats, lot }
    case 'score': return { method: 'score', lowest: 0, highest: top, seats, lot }
    case 'instant_runoff': return { method: 'irv', lot }
    case 'single_transferable_vote': return { method: 'scotland', seats, lot }
    case 'schulze': return { method: 'schulze', lot }
  }
}

/** The ballots as the kit has them. */
export function inKit({ rule, options }: Pick<Counting, 'rule' | 'options'>, piles: Piles): Ballots {
  return { candidates: options, piles: piles.map(({ marks, times }) => pileOf(rule, marks, times)) }
}

function pileOf(rule: Poll['rule'], marks: Marks, times: number): Pile {
  if (isRanked(rule)) return { times, groups: orderOf(marks).map(position => [position - 1]) }
  if (rule === 'score') return { times, groups: marks.map((_, i) => [i]), points: [...marks] }
  return { times, groups: marks.flatMap((mark, i) => mark === 1 ? [i] : []).map(one => [one]) }
}

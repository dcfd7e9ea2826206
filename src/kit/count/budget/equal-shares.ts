// Budgets by the method of equal shares with costs as worth: Peters, Pierczyński, Skowron, Proportional Participatory Budgeting with
// Additive
// Utilities (NeurIPS 2021). What nobody can pay for any more goes to the best supported that still fit.
import { approved, sorted, standing } from '../ballots.ts'
import { lowestShare } from '../committee/spending.ts'
import { compare, fraction, fractionText, minus, over, ZERO, type Fraction } from '../fraction.ts'
import { tiesBy } from '../lot.ts'
import type { Ballots, Outcome, Round } from '../shape.ts'
import { greedily, projectsOf, type BudgetRule } from './greedy.ts'

interface Voter { readonly approves: ReadonlySet<number>, readonly weight: number, has: Fraction }

/** Every voter has the same part of the budget and pays for projects that he approves; the best value for those who pay comes first. */
export function countEqualSharesBudget(ballots: Ballots, rule: BudgetRule): Outcome {
  const { piles, ...counts } = sorted(ballots)
  const projects = projectsOf(ballots, piles, rule)
  const people = counts.ballots - counts.blank
  const voters = piles.map(({ times, groups, points }): Voter => (
    { approves: new Set(approved(groups, points)), weight: times, has: fraction(rule.budget, Math.max(people, 1)) }))
  const ties = tiesBy(rule.lot)
  const taken: number[] = []
  const rounds: Round[] = []
  const open = () => valuesOf(standing(ballots).filter(each => !taken.includes(each)), voters, projects.costs)
  for (let values = open(); values.size > 0; values = open()) {
    const lowest = [...values.values()].reduce((a, b) => compare(b, a) < 0 ? b : a)
    const among = [...values.keys()].filter(each => compare(values.get(each) ?? ZERO, lowest) === 0)
    const one = ties.one({ about: 'elect', round: rounds.length, among })
    pay(voters, one, lowest, projects.costs.get(one) ?? 0)
    taken.push(one)
    const tally = ballots.candidates.map((_, number) => values.has(number) ? fractionText(values.get(number) ?? ZERO) : null)
    rounds.push({ acts: [{ what: 'taken', candidates: [one] }], tally, exhausted: '0', lost: '0', quota: null })
  }
  const left = rule.budget - taken.reduce((all, each) => all + (projects.costs.get(each) ?? 0), 0)
  const rest = greedily(ballots, projects, { left, already: taken }, ties, rounds.length)
  return { method: rule.method, elected: [...taken, ...rest.taken], rounds: [...rounds, ...rest.rounds], ties: ties.list, ...counts }
}

// What a supporter pays for each unit of worth, for every project that its supporters can pay for. Less is better.
function valuesOf(open: readonly number[], voters: readonly Voter[], costs: ReadonlyMap<number, number>): Map<number, Fraction> {
  const found = new Map<number, Fraction>()
  for (const each of open) {
    const cost = fraction(costs.get(each) ?? 0)
    const share = lowestShare(voters.filter(({ approves }) => approves.has(each)), cost)
    if (share) found.set(each, over(share, cost))
  }
  return found
}

function pay(voters: readonly Voter[], project: number, value: Fraction, cost: number): void {
  const share = fraction(value.n * BigInt(cost), value.d)
  for (const voter of voters) {
    if (voter.approves.has(project)) voter.has = compare(voter.has, share) <= 0 ? ZERO : minus(voter.has, share)
  }
}

// Participatory budgets. Projects are the candidates; costs and budget in whole units of money.
import { sorted, standing } from '../ballots.ts'
import { tiesBy, type Ties } from '../lot.ts'
import { CountProblem } from '../problem.ts'
import type { Ballots, Outcome, Pile, Round, Rule } from '../shape.ts'

/** A rule for budgets. */
export type BudgetRule = Extract<Rule, { budget: number }>

/** What all projects have behind them and cost. */
export interface Projects {
  readonly support: ReadonlyMap<number, bigint>
  readonly costs: ReadonlyMap<number, number>
}

/** From the best supported down: whatever still can be paid is paid (Pabulib's `greedy`). Support: approvals, or points where there are
 * any. */
export function countGreedyBudget(ballots: Ballots, rule: BudgetRule): Outcome {
  const { piles, ...counts } = sorted(ballots)
  const projects = projectsOf(ballots, piles, rule)
  const ties = tiesBy(rule.lot)
  const { taken, rounds } = greedily(ballots, projects, { left: rule.budget, already: [] }, ties)
  return { method: rule.method, elected: taken, rounds, ties: ties.list, ...counts }
}

/** Pays what can be paid from what is left, best supported first; a tie goes to the lot. One round for each project. */
export function greedily(ballots: Ballots, { support, costs }: Projects, { left, already }: { left: number, already: readonly number[] },
  ties: Ties, before = 0): { taken: number[], rounds: Round[] } {
  const taken: number[] = []
  const rounds: Round[] = []
  const open = new Map([...support].filter(([each]) => !already.includes(each)))
  for (let money = left; open.size > 0;) {
    const most = [...open.values()].reduce((a, b) => a > b ? a : b)
    const one = ties.one({ about: 'elect', round: before + rounds.length, among: [...open.keys()].filter(each => open.get(each) === most) })
    const cost = costs.get(one) ?? 0
    const pays = cost <= money
    if (pays) {
      taken.push(one)
      money -= cost
    }
    open.delete(one)
    const tally = ballots.candidates.map((_, number) => support.has(number) ? String(support.get(number)) : null)
    rounds.push({ acts: [{ what: pays ? 'taken' : 'skipped', candidates: [one] }], tally, exhausted: '0', lost: '0', quota: null })
  }
  return { taken, rounds }
}

/** Support and costs of the projects that stand. Throws CountProblem where a cost is missing or no whole number from 1. */
export function projectsOf(ballots: Ballots, piles: readonly Pile[], { costs, budget }: BudgetRule): Projects {
  const whole = (value: number) => Number.isSafeInteger(value) && value >= 1
  if (costs.length !== ballots.candidates.length || !costs.every(whole) || !whole(budget)) throw new CountProblem('costs')
  const support = new Map(standing(ballots).map(each => [each, 0n]))
  for (const { times, groups, points } of piles) {
    groups.forEach((group, place) => {
      const worth = BigInt(points?.[place] ?? 1) * BigInt(times)
      for (const each of group) support.set(each, (support.get(each) ?? 0n) + worth)
    })
  }
  return { support, costs: new Map(standing(ballots).map(each => [each, costs[each] ?? 0])) }
}

// Every count begins here: ballots and a rule in, who is elected and the whole protocol out. Nothing is read but the arguments; the same
// arguments give the same answer, in whichever order the ballots come.
import { seatsFor } from './ballots.ts'
import { countEqualSharesBudget } from './budget/equal-shares.ts'
import { countGreedyBudget } from './budget/greedy.ts'
import { countCommittee } from './committee/count.ts'
import { countGregory } from './ranked/gregory.ts'
import { countMeek } from './ranked/meek.ts'
import { countQpq } from './ranked/qpq.ts'
import { GREGORY } from './ranked/rules.ts'
import { countSchulze } from './ranked/schulze.ts'
import type { Ballots, Outcome, Rule } from './shape.ts'
import { countTally, countYesNo } from './tally.ts'

/** Counts. Throws CountProblem where the ballots are none, the rule's numbers make no sense, or there is too much to look at. */
export function count(ballots: Ballots, rule: Rule): Outcome {
  switch (rule.method) {
    case 'yes-no':
      return countYesNo(ballots, rule)
    case 'single': case 'multiple': case 'approval': case 'score':
      return countTally(ballots, rule)
    case 'irv':
      return countGregory(ballots, { method: 'irv', rule: GREGORY.irv, seats: 1, lot: rule.lot })
    case 'schulze':
      return countSchulze(ballots, rule.lot)
    case 'scotland': case 'wigm': case 'minneapolis':
      return countGregory(ballots, { method: rule.method, rule: GREGORY[rule.method], seats: seatsFor(ballots, rule.seats), lot: rule.lot })
    case 'meek': case 'warren':
      return countMeek(ballots, { method: rule.method, seats: seatsFor(ballots, rule.seats), lot: rule.lot })
    case 'qpq':
      return countQpq(ballots, { seats: seatsFor(ballots, rule.seats), lot: rule.lot })
    case 'budget-greedy':
      return countGreedyBudget(ballots, rule)
    case 'budget-equal-shares':
      return countEqualSharesBudget(ballots, rule)
    default:
      return countCommittee(ballots, rule)
  }
}

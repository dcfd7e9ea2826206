// A committee counted by one of the rules, with its protocol.
import { seatsFor, sorted } from '../ballots.ts'
import { tiesBy } from '../lot.ts'
import type { Ballots, CommitteeMethod, Lot, Outcome } from '../shape.ts'
import { sortedProfile } from './profile.ts'
import { COMMITTEE_RULES } from './rules.ts'

/** One committee; where several win, the lot decides. Throws CountProblem where the rule would have to look at too many committees. */
export function countCommittee(ballots: Ballots, { method, seats, lot }: { method: CommitteeMethod, seats: number, lot: Lot }): Outcome {
  const { ballots: all, blank, spoilt } = sorted(ballots)
  const ties = tiesBy(lot)
  const profile = sortedProfile(ballots, seatsFor(ballots, seats))
  const { elected, rounds } = COMMITTEE_RULES[method].one(profile, ballots.candidates.length, ties)
  return { method, elected, rounds, ties: ties.list, ballots: all, blank, spoilt }
}

// The rules for committees by name, as in the library abcvoting, whose collection of results they are tested with. Each file names its
// sources.
import type { Ties } from '../lot.ts'
import type { CommitteeMethod, Round } from '../shape.ts'
import { anyCommittee, ephCommittees, lexminimaxApproval, minimaxApproval } from './distance.ts'
import { greedyMonroe, monroe } from './monroe.ts'
import { leximaxPhragmen, maximinSupport, minimaxPhragmen, sequentialPhragmen } from './phragmen.ts'
import type { Committee, Profile } from './profile.ts'
import { approvalsOf, highest, highestByLot, satisfactionWith } from './separable.ts'
import { consensus, enestroem, equalShares, equalSharesWithIncrements } from './spending.ts'
import { everyWay, oneWay, type Steps } from './steps.ts'
import { adams, FIRST, GEOMETRIC, growing, HARMONIC, lexicographic, ODD, shrinking, thiele } from './thiele.ts'

/** A rule: all committees that win by it, ties followed in every direction; or one, with ties ended by lot, round by round. */
export interface CommitteeRule {
  all: (profile: Profile) => readonly Committee[]
  one: (profile: Profile, size: number, ties: Ties) => { elected: readonly number[], rounds: readonly Round[] }
}

/** Every rule. */
export const COMMITTEE_RULES: Readonly<Record<CommitteeMethod, CommitteeRule>> = {
  av: separable(approvalsOf), sav: separable(satisfactionWith), trivial: whole(anyCommittee),
  pav: whole(profile => thiele(profile, HARMONIC)), slav: whole(profile => thiele(profile, ODD)),
  cc: whole(profile => thiele(profile, FIRST)), geom2: whole(profile => thiele(profile, GEOMETRIC)),
  lexcc: whole(lexicographic), adams: whole(adams),
  seqpav: stepwise(profile => growing(profile, HARMONIC)), seqslav: stepwise(profile => growing(profile, ODD)),
  seqcc: stepwise(profile => growing(profile, FIRST)), revseqpav: stepwise(profile => shrinking(profile, HARMONIC)),
  seqphragmen: stepwise(profile => sequentialPhragmen(profile)), 'maximin-support': stepwise(maximinSupport),
  minimaxphragmen: whole(minimaxPhragmen), leximaxphragmen: whole(leximaxPhragmen),
  monroe: whole(monroe), 'greedy-monroe': stepwise(greedyMonroe),
  minimaxav: whole(minimaxApproval), lexminimaxav: whole(lexminimaxApproval), eph: whole(ephCommittees),
  'equal-shares': stepwise(profile => equalShares(profile, 'seqphragmen')),
  'equal-shares-with-av-completion': stepwise(profile => equalShares(profile, 'av')),
  'equal-shares-with-increment-completion': stepwise(equalSharesWithIncrements),
  'phragmen-enestroem': stepwise(enestroem), 'consensus-rule': stepwise(consensus),
}

function stepwise<State>(steps: (profile: Profile) => Steps<State>): CommitteeRule {
  return {
    all: profile => everyWay(steps(profile)),
    one: (profile, size, ties) => oneWay(steps(profile), size, ties),
  }
}

function separable(figureOf: typeof approvalsOf): CommitteeRule {
  return {
    all: profile => highest(profile, figureOf),
    one: (profile, size, ties) => highestByLot(profile, figureOf, size, ties),
  }
}

function whole(all: (profile: Profile) => readonly Committee[]): CommitteeRule {
  return {
    all,
    one(profile, size, ties) {
      const elected = ties.committee(0, all(profile))
      const tally = Array.from({ length: size }, (_, number) => profile.candidates.includes(number)
        ? String(profile.voters.reduce((some, { approves, weight }) => approves.has(number) ? some + weight : some, 0)) : null)
      return { elected, rounds: [{ acts: [{ what: 'elected', candidates: elected }], tally, exhausted: '0', lost: '0', quota: null }] }
    },
  }
}

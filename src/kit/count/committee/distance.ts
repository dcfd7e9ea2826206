// Rules that look at distances, at single approvals shared out, or at nothing.
import { compare, fraction, plus, ZERO, type Fraction } from '../fraction.ts'
import { best, combinations } from './exhaustive.ts'
import { approvals, byNumbers, shared, type Committee, type Profile } from './profile.ts'

/** Minimax approval voting (Brams, Kilgour, Sanver, 2007): nobody's ballot should differ from the committee in many names. */
export function minimaxApproval(profile: Profile): Committee[] {
  return best(profile, committee => distances(profile, committee).slice(0, 1).map(([far]) => fraction(-far)))
}

/** The same, then as few as possible so far away, then the next distance, and so on. */
export function lexminimaxApproval(profile: Profile): Committee[] {
  return best(profile, committee => distances(profile, committee).flatMap(([far, weight]) => [fraction(-far), fraction(-weight)]))
}

// In how many names ballots differ from the committee, farthest first, and how many ballots.
function distances({ voters }: Profile, committee: Committee): [far: number, weight: number][] {
  const found = new Map<number, number>()
  for (const voter of voters) {
    const far = voter.approves.size + committee.length - 2 * shared(voter, committee)
    found.set(far, (found.get(far) ?? 0) + voter.weight)
  }
  return [...found].sort(([a], [b]) => b - a)
}

/** Every committee; for comparing. */
export function anyCommittee(profile: Profile): Committee[] {
  return best({ ...profile, voters: [] }, () => [])
}

/** E Pluribus Hugo (Quinn and Schneier, A proportional voting system for awards nominations, 2016): of the two with the fewest points,
 * one vote
 * shared out among all whom a ballot still names, whoever fewer ballots name goes; those who are level go together while there is room. */
export function ephCommittees(profile: Profile): Committee[] {
  let left = profile.candidates
  while (left.length > profile.seats) {
    const out = leastPopular(profile, left)
    const many = left.length - profile.seats
    if (out.length >= many) return combinations(out, many).map(gone => left.filter(each => !gone.includes(each))).sort(byNumbers)
    left = left.filter(each => !out.includes(each))
  }
  return [left]
}

function leastPopular(profile: Profile, left: readonly number[]): number[] {
  const points = new Map<number, Fraction>(left.map(each => [each, ZERO]))
  for (const { approves, weight } of profile.voters) {
    const named = left.filter(each => approves.has(each))
    for (const each of named) points.set(each, plus(points.get(each) ?? ZERO, fraction(weight, named.length)))
  }
  const second = [...points.values()].sort(compare)[1] ?? ZERO
  const low = left.filter(each => compare(points.get(each) ?? ZERO, second) <= 0)
  const fewest = Math.min(...low.map(each => approvals(profile, each)))
  return low.filter(each => approvals(profile, each) === fewest)
}

// Thiele's rules: a voter is worth so much for the first of the committee whom he approves, so much more for the second, and so on.
// Thiele, Om Flerfoldsvalg (1895); names as in Lackner and Skowron, Multi-Winner Voting with Approval Preferences (2023).
import { fraction, plus, sum, times, ZERO, type Fraction } from '../fraction.ts'
import { best, type Merit } from './exhaustive.ts'
import { shared, type Committee, type Profile } from './profile.ts'
import type { Steps } from './steps.ts'

/** What the nth approved member of a committee adds for a voter, n from 1. */
export type Worth = (nth: number) => Fraction



/** Proportional approval voting: 1, 1/2, 1/3 ... */
export const HARMONIC: Worth = nth => fraction(1, nth)
/** After Sainte-Laguë: 1, 1/3, 1/5 ... (Lackner and Skowron, 2021). */
export const ODD: Worth = nth => fraction(1, 2 * nth - 1)
/** Chamberlin and Courant (1983): whether anybody of the committee is approved. */
export const FIRST: Worth = nth => fraction(nth === 1 ? 1 : 0)
/** 1/2, 1/4, 1/8 ... */
export const GEOMETRIC: Worth = nth => fraction(1n, 2n ** BigInt(nth))

/** The committees with the highest sum. */
export function thiele(profile: Profile, worth: Worth): Committee[] {
  const of = table(profile.seats, worth)
  return best(profile, committee => [score(profile, committee, of)])
}

/** As many as possible who approve one; then as many as possible who approve two, and so on (lexicographic Chamberlin–Courant). */
export function lexicographic(profile: Profile): Committee[] {
  return best(profile, committee => Array.from({ length: profile.seats }, (_, at) => fraction(atLeast(profile, committee, at + 1))))
}

/** After Adams: everybody's first member outweighs all; the next ones count 1, 1/2, 1/3 ... */
export function adams(profile: Profile): Committee[] {
  const of = table(profile.seats, nth => nth === 1 ? ZERO : fraction(1, nth - 1))
  return best(profile, (committee): Merit => [fraction(atLeast(profile, committee, 1)), score(profile, committee, of)])
}

/** The committee grows by whoever adds most (Thiele's addition method). */
export function growing(profile: Profile, worth: Worth): Steps<Committee> {
  const of = table(profile.seats, worth)
  return {
    start: [], best: 'highest', what: 'elected',
    offers: taken => profile.candidates.filter(each => !taken.includes(each))
      .map(candidate => ({ candidate, figure: score(profile, [...taken, candidate], of) })),
    take: (taken, candidate) => [...taken, candidate].sort((a, b) => a - b),
    whole: taken => taken.length === profile.seats ? taken : null,
    key: taken => taken.join(),
  }
}

/** All stand; whoever is missed least goes, until the seats are left (Thiele's elimination method). */
export function shrinking(profile: Profile, worth: Worth): Steps<Committee> {
  const of = table(profile.candidates.length, worth)
  return {
    start: profile.candidates, best: 'highest', what: 'excluded',
    offers: left => left.map(candidate => ({ candidate, figure: score(profile, left.filter(each => each !== candidate), of) })),
    take: (left, candidate) => left.filter(each => each !== candidate),
    whole: left => left.length === profile.seats ? left : null,
    key: left => left.join(),
  }
}

// What a voter with so many approved members is worth, from none up.
function table(most: number, worth: Worth): Fraction[] {
  const all = [ZERO]
  for (let nth = 1; nth <= most; nth++) all.push(plus(all[nth - 1] ?? ZERO, worth(nth)))
  return all
}

function score({ voters }: Profile, committee: Committee, of: readonly Fraction[]): Fraction {
  const weights = new Map<number, number>()
  for (const voter of voters) {
    const some = shared(voter, committee)
    weights.set(some, (weights.get(some) ?? 0) + voter.weight)
  }
  return sum([...weights].map(([some, weight]) => times(of[some] ?? ZERO, fraction(weight))))
}

function atLeast({ voters }: Profile, committee: Committee, some: number): number {
  return voters.reduce((all, voter) => shared(voter, committee) >= some ? all + voter.weight : all, 0)
}

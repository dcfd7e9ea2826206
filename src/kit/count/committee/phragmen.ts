// Phragmén's rules: each member of a committee is a load of one, carried by those who approve him; it should lie as evenly as possible.
// Brill, Freeman, Janson, Lackner, Phragmén's Voting Methods and Justified Representation (2023); Janson, Phragmén's and Thiele's election
// methods (2016).
import { compare, fraction, fractionText, least, minus, ONE, over, plus, sum, times, ZERO, type Fraction } from '../fraction.ts'
import { affordable, best } from './exhaustive.ts'
import { approvals, type Committee, type Profile, type Voter } from './profile.ts'
import type { Steps } from './steps.ts'

/** What each voter carries, or may still spend, beside the committee so far. */
export interface Carried { readonly taken: Committee, readonly each: readonly Fraction[] }

/** The key of a state with amounts for each voter. */
export function carriedKey({ taken, each }: Carried): string {
  return `${taken.join()}|${each.map(fractionText).join()}`
}

/** Sequential: whoever leaves the smallest load on his supporters comes next. `start`: who is in already, and what everybody carries. */
export function sequentialPhragmen(profile: Profile, start?: Carried): Steps<Carried> {
  const { candidates, voters, seats } = profile
  const load = ({ each }: Carried, candidate: number): Fraction => {
    const weight = approvals(profile, candidate)
    // Whom nobody approves comes after all others.
    if (weight === 0) return fraction(seats + 1)
    const carried = voters.map(({ approves, weight }, at) => approves.has(candidate) ? times(fraction(weight), each[at] ?? ZERO) : ZERO)
    return over(plus(sum(carried), ONE), fraction(weight))
  }
  return {
    start: start ?? { taken: [], each: voters.map(() => ZERO) }, best: 'lowest', what: 'elected',
    offers: state => candidates.filter(each => !state.taken.includes(each))
      .map(candidate => ({ candidate, figure: load(state, candidate) })),
    take(state, candidate) {
      const now = load(state, candidate)
      return {
        taken: [...state.taken, candidate].sort((a, b) => a - b),
        each: voters.map(({ approves }, at) => approves.has(candidate) ? now : state.each[at] ?? ZERO),
      }
    },
    whole: ({ taken }) => taken.length === seats ? taken : null,
    key: carriedKey,
  }
}

/** The committees whose heaviest load is the lightest. */
export function minimaxPhragmen(profile: Profile): Committee[] {
  return best(profile, committee => {
    const [heaviest] = loads(profile.voters, committee)
    return [fraction(-unsupported(profile, committee)), heaviest ? minus(ZERO, heaviest.load) : ZERO]
  }, looksAtGroups(profile))
}

/** The same, then the second heaviest load, and so on through all voters. */
export function leximaxPhragmen(profile: Profile): Committee[] {
  return best(profile, committee => [
    fraction(-unsupported(profile, committee)),
    ...loads(profile.voters, committee).flatMap(({ load, weight }) => [minus(ZERO, load), fraction(-weight)]),
  ], looksAtGroups(profile))
}

// Every group of members is looked at.
function looksAtGroups({ seats }: Profile): number {
  return 2 ** Math.min(seats, 50)
}

function unsupported(profile: Profile, committee: Committee): number {
  return committee.filter(each => approvals(profile, each) === 0).length
}

// The most even loads, heaviest first: the members who crowd on fewest supporters fix the heaviest load (Hall's condition); they and their
// supporters are done, and the rest is looked at in the same way.
function loads(voters: readonly Voter[], committee: Committee): { load: Fraction, weight: number }[] {
  const { members, load } = crowd(voters, committee)
  if (members.length === 0) return []
  const carries = ({ approves }: Voter) => members.some(each => approves.has(each))
  const weight = voters.filter(carries).reduce((all, each) => all + each.weight, 0)
  return [{ load, weight }, ...loads(voters.filter(each => !carries(each)), committee.filter(each => !members.includes(each)))]
}

// The largest group of members with the most load on each supporter. Those without any supporter are left out.
function crowd(voters: readonly Voter[], committee: Committee): { members: Committee, load: Fraction } {
  let found: { members: Committee, load: Fraction } = { members: [], load: ZERO }
  const supported = committee.filter(each => voters.some(({ approves }) => approves.has(each)))
  for (const members of groups(supported)) {
    const weight = supportersOf(voters, members)
    const load = fraction(members.length, weight)
    const against = compare(load, found.load)
    if (against > 0 || (against === 0 && members.length > found.members.length)) found = { members, load }
  }
  return found
}

function* groups(all: Committee): Generator<Committee> {
  for (let bits = 1; bits < 2 ** all.length; bits++) yield all.filter((_, at) => Math.floor(bits / 2 ** at) % 2 === 1)
}

function supportersOf(voters: readonly Voter[], members: Committee): number {
  return voters.reduce((all, { approves, weight }) => members.some(each => approves.has(each)) ? all + weight : all, 0)
}

/** Maximin support: whoever leaves the weakest member with most support comes next (Sánchez-Fernández and others, 2016). */
export function maximinSupport(profile: Profile): Steps<Committee> {
  affordable(looksAtGroups(profile) * profile.voters.length * profile.candidates.length)
  const support = (committee: Committee) => [...groups(committee)]
    .map(members => fraction(supportersOf(profile.voters, members), members.length)).reduce(least)
  return {
    start: [], best: 'highest', what: 'elected',
    offers: taken => profile.candidates.filter(each => !taken.includes(each))
      .map(candidate => ({ candidate, figure: support([...taken, candidate]) })),
    take: (taken, candidate) => [...taken, candidate].sort((a, b) => a - b),
    whole: taken => taken.length === profile.seats ? taken : null,
    key: taken => taken.join(),
  }
}

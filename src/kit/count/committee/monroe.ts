// Monroe's rule: every member stands for equally many voters; as many as possible should approve theirs. Monroe, Fully Proportional
// Representation, American Political Science Review 89 (1995); greedy: Skowron, Faliszewski, Slinko, Artificial Intelligence 222 (2015).
import { fraction } from '../fraction.ts'
import { best } from './exhaustive.ts'
import { largestFlow } from './flow.ts'
import { size, type Committee, type Profile, type Voter } from './profile.ts'
import type { Steps } from './steps.ts'

// A flow is some hundred times the work of a look.
const LOOKS = 200

/** The committees with most voters who can be given a member whom they approve. */
export function monroe(profile: Profile): Committee[] {
  return best(profile, committee => [fraction(represented(profile, committee))], LOOKS)
}

// Voters flow to members whom they approve, each with room for the even share; what does not divide evenly is room for one more here or
// there.
function represented(profile: Profile, committee: Committee): number {
  const all = size(profile)
  const share = Math.floor(all / profile.seats)
  const [source, extra, sink] = [-1, -2, -3]
  const member = (place: number) => -4 - place
  return largestFlow([
    { from: extra, to: sink, holds: all - share * profile.seats },
    ...committee.flatMap((_, place) => [
      { from: member(place), to: sink, holds: share }, { from: member(place), to: extra, holds: 1 }]),
    ...profile.voters.flatMap(({ approves, weight }, voter) => [
      { from: source, to: voter, holds: weight },
      ...committee.flatMap((each, place) => approves.has(each) ? [{ from: voter, to: member(place), holds: weight }] : [])]),
  ], source, sink)
}

interface Left { readonly taken: Committee, readonly voters: readonly Voter[] }

/** Seat by seat whoever most of those approve who have nobody yet; an even share of them, first come first, then has somebody. */
export function greedyMonroe(profile: Profile): Steps<Left> {
  const { candidates, seats } = profile
  const all = size(profile)
  const approving = ({ voters }: Left, candidate: number) => (
    voters.reduce((some, { approves, weight }) => approves.has(candidate) ? some + weight : some, 0))
  return {
    start: { taken: [], voters: profile.voters }, best: 'highest', what: 'elected',
    offers: state => candidates.filter(each => !state.taken.includes(each))
      .map(candidate => ({ candidate, figure: fraction(approving(state, candidate)) })),
    take(state, candidate) {
      // The first seats take one more each where the voters do not divide evenly.
      let room = Math.floor(all / seats) + (state.taken.length < all % seats ? 1 : 0)
      const voters = state.voters.flatMap(voter => {
        const gone = voter.approves.has(candidate) ? Math.min(room, voter.weight) : 0
        room -= gone
        return gone < voter.weight ? [{ ...voter, weight: voter.weight - gone }] : []
      })
      return { voters, taken: [...state.taken, candidate].sort((a, b) => a - b) }
    },
    whole: ({ taken }) => taken.length === seats ? taken : null,
    key: ({ taken, voters }) => `${taken.join()}|${voters.map(({ approves, weight }) => `${weight}:${[...approves].join()}`).join(';')}`,
  }
}

// Approvals as the committee rules need them: who approves whom, how many of each kind.
import { approved, sorted, standing } from '../ballots.ts'
import type { Ballots } from '../shape.ts'

/** Voters who approve the same. `weight`: how many they are. */
export interface Voter {
  readonly approves: ReadonlySet<number>
  readonly weight: number
}

/** An election by approvals. */
export interface Profile {
  /** Those who stand, by number, lowest first. */
  readonly candidates: readonly number[]
  readonly voters: readonly Voter[]
  readonly seats: number
}

/** A committee: numbers of candidates, lowest first. */
export type Committee = readonly number[]

/** Every ballot by itself, in the order given; an empty one is a voter too, as some rules ask how far a committee is from everybody. */
export function profileOf(ballots: Ballots, seats: number): Profile {
  const candidates = standing(ballots)
  const voters = ballots.piles.map(({ times, groups, points }) => (
    { weight: times, approves: new Set(approved(groups, points).filter(each => candidates.includes(each))) }))
  return { candidates, voters, seats }
}

/** The same with equal ballots together, in an order that does not depend on how they were handed in. */
export function sortedProfile(ballots: Ballots, seats: number): Profile {
  const { piles, blank } = sorted(ballots, () => true)
  const empty = blank > 0 ? [{ times: blank, groups: [] }] : []
  return profileOf({ ...ballots, piles: [...empty, ...piles] }, seats)
}

/** How many voters there are. */
export function size({ voters }: Profile): number {
  return voters.reduce((all, { weight }) => all + weight, 0)
}

/** How many voters approve a candidate. */
export function approvals({ voters }: Profile, candidate: number): number {
  return voters.reduce((all, { approves, weight }) => approves.has(candidate) ? all + weight : all, 0)
}

/** How many of a committee a voter approves. */
export function shared({ approves }: Voter, committee: Iterable<number>): number {
  let some = 0
  for (const each of committee) if (approves.has(each)) some++
  return some
}

/** The order of committees: by their lowest numbers. */
export function byNumbers(a: Committee, b: Committee): number {
  const place = a.findIndex((each, index) => each !== b[index])
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0)
}

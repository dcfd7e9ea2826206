// Condorcet by strongest paths: Schulze, A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
// election
// method, Social Choice and Welfare 36 (2011); strength of a link: the votes for its winner. Smith set: Smith, Econometrica 41 (1973).
import { sorted, standing } from '../ballots.ts'
import { tiesBy } from '../lot.ts'
import type { Ballots, Lot, Outcome, Pairs, Pile } from '../shape.ts'

/** Counts pairwise. Whom a ballot does not name stands below all whom it names; those in one group stand level. */
export function countSchulze(ballots: Ballots, lot: Lot): Outcome {
  const { piles, ...counts } = sorted(ballots)
  const stands = standing(ballots)
  const pairs = pairsOf(ballots.candidates.length, stands, piles)
  const beatsAll = stands.filter(a => stands.every(b => cell(pairs.strongest, a, b) >= cell(pairs.strongest, b, a)))
  const ties = tiesBy(lot)
  const elected = beatsAll.length === 0 ? [] : [ties.one({ about: 'elect', round: 0, among: beatsAll })]
  const wins = (a: number) => stands.filter(b => cell(pairs.preferred, a, b) > cell(pairs.preferred, b, a)).length
  const tally = ballots.candidates.map((_, number) => stands.includes(number) ? String(wins(number)) : null)
  const round = { acts: [{ what: 'elected' as const, candidates: elected }], tally, exhausted: '0', lost: '0', quota: null }
  return { method: 'schulze', elected, rounds: [round], ties: ties.list, ...counts, pairs }
}

/** The tables of a pairwise count among those who stand. */
export function pairsOf(size: number, stands: readonly number[], piles: readonly Pile[]): Pairs {
  const preferred = Array.from({ length: size }, () => Array.from({ length: size }, () => 0))
  for (const { times, groups } of piles) {
    const below = new Set(stands)
    for (const group of groups) {
      for (const each of group) below.delete(each)
      for (const a of group) for (const b of below) put(preferred, a, b, cell(preferred, a, b) + times)
    }
  }
  const beats = (a: number, b: number) => cell(preferred, a, b) > cell(preferred, b, a)
  return {
    preferred, strongest: strongestPaths(preferred, stands),
    smith: smithSet(preferred, stands),
    condorcet: stands.find(a => stands.every(b => a === b || beats(a, b))) ?? null,
  }
}

// A path is as strong as its weakest link; the strongest of all paths counts (Floyd and Warshall's way).
function strongestPaths(preferred: Pairs['preferred'], stands: readonly number[]): number[][] {
  const paths = preferred.map((row, a) => row.map((votes, b) => votes > cell(preferred, b, a) ? votes : 0))
  for (const by of stands) {
    for (const a of stands) {
      for (const b of stands) {
        if (a === b || a === by || b === by) continue
        put(paths, a, b, Math.max(cell(paths, a, b), Math.min(cell(paths, a, by), cell(paths, by, b))))
      }
    }
  }
  return paths
}

// The smallest group in which everybody beats everybody outside: those who reach all others by steps that are not lost.
function smithSet(preferred: Pairs['preferred'], stands: readonly number[]): number[] {
  const reached = (from: number) => {
    const seen = new Set([from])
    for (const a of seen) for (const b of stands) if (cell(preferred, a, b) >= cell(preferred, b, a)) seen.add(b)
    return seen.size
  }
  return stands.filter(each => reached(each) === stands.length)
}

function cell(table: readonly (readonly number[])[], row: number, column: number): number {
  return table[row]?.[column] ?? 0
}

function put(table: number[][], row: number, column: number, value: number): void {
  const line = table[row]
  if (line) line[column] = value
}

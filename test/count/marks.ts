// Ballots as short as they can be written, for counts that are done by hand.
import type { Ballots, Lot, Outcome, Pile } from '#kit/count/shape.ts'

/** The lot of every test. */
export const LOT: Lot = { seed: '2026-11-22' }

/** '4 abc' is four ballots with a first, then b, then c; '2 a=b' one place for both; '1' an empty one. */
export function ballots(candidates: string, ...piles: readonly string[]): Ballots {
  const pile = (text: string): Pile => {
    const [times, marks = ''] = text.split(' ')
    const groups = [...marks.matchAll(/[a-z](?:=[a-z])*/gu)].map(([group]) => group.split('=').map(name => candidates.indexOf(name)))
    return { times: Number(times), groups }
  }
  return { candidates: [...candidates], piles: piles.map(pile) }
}

/** Who is elected, by letters. */
export const names = ({ elected }: Outcome, candidates: string) => elected.map(number => candidates[number] ?? '').join('')

// Ties: first by the rounds before, from the last one back to the first, then by lot. Each tie goes into the protocol.
import { createHash } from 'node:crypto'
import type { Lot, Tie } from './shape.ts'

/** What each candidate held at the end of a round, by number, in the units of the rule. */
export type Held = ReadonlyMap<number, bigint>

/** A question that only a tie-break can answer. `wants`: whether the one who had more, or less, in an earlier round is meant. */
export interface TieQuestion {
  readonly about: Tie['about']
  readonly round: number
  readonly among: readonly number[]
  readonly wants?: 'most' | 'least'
  /** Round by round; without it only the lot speaks. */
  readonly earlier?: readonly Held[]
}

/** Ends the ties of one count and writes them down. `among` must not be empty; one alone is no tie and leaves no trace. */
export interface Ties {
  readonly list: readonly Tie[]
  one: (question: TieQuestion) => number
  committee: (round: number, among: readonly (readonly number[])[]) => readonly number[]
}

/** A fresh list of ties, decided by this lot. */
export function tiesBy(lot: Lot): Ties {
  const list: Tie[] = []
  function end(about: Tie['about'], round: number, all: Tie['among'], left: Tie['among'] = all): readonly number[] {
    const { drawn, lots } = draw(lot, list.filter(tie => tie.by === 'lot').length + 1, left)
    list.push({ round, about, among: all, drawn, by: 'lot', ...lots ? { lots } : {} })
    return drawn
  }
  return {
    list,
    one({ about, round, among, wants, earlier }) {
      const all = among.map(each => [each])
      if (all.length === 1) return the(all)
      const narrowed = narrow(among, wants, earlier)
      if (narrowed.left.length > 1) return the([end(about, round, all, narrowed.left.map(each => [each]))])
      list.push({ round, about, among: all, drawn: narrowed.left, by: { earlier: narrowed.round } })
      return the([narrowed.left])
    },
    committee: (round, among) => among.length > 1 ? end('committee', round, among) : [...among[0] ?? []],
  }
}

function the(all: readonly (readonly number[])[]): number {
  const one = all[0]?.[0]
  if (one === undefined) throw new RangeError('a tie among nobody')
  return one
}

interface Narrowed { readonly left: readonly number[], readonly round: number }

// From the last round back to the first: whoever had most (or least) goes on, until one is left.
function narrow(among: readonly number[], wants: TieQuestion['wants'], earlier: readonly Held[] = []): Narrowed {
  let left = among
  for (let round = earlier.length - 1; wants && round >= 0; round--) {
    const held = left.map(each => earlier[round]?.get(each) ?? 0n)
    const wanted = held.reduce((a, b) => (wants === 'most' ? a > b : a < b) ? a : b)
    left = left.filter((_, place) => held[place] === wanted)
    if (left.length === 1) return { left, round }
  }
  return { left, round: 0 }
}

// Seed, number of the lot and candidates make one text; whose SHA-256 is smallest is drawn: `echo -n 'seed/1/0+3' | sha256sum` checks it.
function draw(lot: Lot, number: number, among: Tie['among']): { drawn: readonly number[], lots?: readonly string[] } {
  if ('order' in lot) {
    // Whoever is missing in the order stands behind all others.
    const places = (each: readonly number[]) => each.map(one => lot.order.indexOf(one) >>> 0).sort((a, b) => a - b)
    return { drawn: among.reduce((a, b) => earlierOf(places(a), places(b)) ? a : b) }
  }
  const lots = among.map(each => `${lot.seed}/${number}/${each.join('+')}`)
  const hashes = lots.map(text => createHash('sha256').update(text).digest('hex'))
  const smallest = hashes.reduce((a, b) => a < b ? a : b)
  return { drawn: among[hashes.indexOf(smallest)] ?? [], lots }
}

function earlierOf(a: readonly number[], b: readonly number[]): boolean {
  const differs = a.findIndex((place, index) => place !== b[index])
  return differs < 0 || (a[differs] ?? 0) < (b[differs] ?? 0)
}

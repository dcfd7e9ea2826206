// A log that grows: what must be remembered of a tree to append to it and to know its root.
import { EMPTY_ROOT, hashOver, nodeHash } from '#kit/log/hash.ts'
import { storedOf, subtrees, type Stored, type Stretch } from '#kit/log/stretch.ts'

/** A full subtree: how many leaves it stands for (a power of two), and its hash. */
export interface Peak {
  readonly leaves: number
  readonly hash: Uint8Array
}

/** A hash that tiles are made of: the `index`-th of its level, standing for 256^level leaves. */
export interface Node {
  readonly level: number
  readonly index: number
  readonly hash: Uint8Array
}

/** Says which hash stands at an index of a level; throws when there is none. */
export type Lookup = (level: number, index: number) => Uint8Array

/** Appends one leaf to the peaks of a log of `size` leaves; answers the hashes of the levels above 0 that it completed. */
export function append(peaks: Peak[], size: number, leaf: Uint8Array): Node[] {
  const completed: Node[] = []
  let top: Peak = { leaves: 1, hash: leaf }
  for (let last = peaks.at(-1); last?.leaves === top.leaves; last = peaks.at(-1)) {
    peaks.pop()
    top = { leaves: top.leaves * 2, hash: nodeHash(last.hash, top.hash) }
    const { level, count } = storedOf({ from: 0, until: top.leaves })
    if (count === 1) completed.push({ level, index: (size + 1) / top.leaves - 1, hash: top.hash })
  }
  peaks.push(top)
  return completed
}

/** The root over the peaks. */
export function rootOf(peaks: readonly Peak[]): Uint8Array {
  const last = peaks.at(-1)
  if (!last) return EMPTY_ROOT
  return peaks.slice(0, -1).reduceRight((right, { hash }) => nodeHash(hash, right), last.hash)
}

/** The stored hashes that must be known to hash these stretches. */
export function neededFor(stretches: readonly Stretch[]): Stored[] {
  return stretches.flatMap(stretch => subtrees(stretch).map(storedOf))
}

/** The peaks of a stretch, from what is stored. */
export function peaksOf(stretch: Stretch, stored: Lookup): Peak[] {
  return subtrees(stretch).map(tree => {
    const { level, first, count } = storedOf(tree)
    return { leaves: tree.until - tree.from, hash: hashOver(Array.from({ length: count }, (_, i) => stored(level, first + i))) }
  })
}

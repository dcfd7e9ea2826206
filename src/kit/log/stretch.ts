// Which parts of the tree a proof consists of, as stretches of leaves. Pure; numbers stay below 2^53, so no bit operators.

/** Leaves from `from` (counted from 0) up to, not including, `until`. */
export interface Stretch {
  readonly from: number
  readonly until: number
}

/** Hashes that are stored side by side: at level L each stands for 256^L leaves. */
export interface Stored {
  readonly level: number
  readonly first: number
  /** A power of two up to 128, or 1. */
  readonly count: number
}

/** How many hashes a tile holds; also how many leaves one hash of the next level stands for. */
export const WIDTH = 256

/** The full subtrees that a stretch consists of, from left to right; it begins where one of its size may begin. */
export function subtrees({ from, until }: Stretch): Stretch[] {
  const found: Stretch[] = []
  for (let at = from; at < until;) {
    const size = largestPower(until - at)
    found.push({ from: at, until: at + size })
    at += size
  }
  return found
}

/** The stored hashes whose `hashOver` is that of a full subtree. */
export function storedOf({ from, until }: Stretch): Stored {
  let [level, each] = [0, 1]
  while (each * WIDTH <= until - from) {
    level++
    each *= WIDTH
  }
  return { level, first: from / each, count: (until - from) / each }
}

/** PATH(index, D[size]) of RFC 9162 section 2.1.3.1: what is beside the way from the leaf to the root, the leaf's neighbour first. */
export function inclusionPath(index: number, size: number): Stretch[] {
  if (!(index >= 0 && index < size)) throw new RangeError(`no leaf ${index} among ${size}`)
  const beside: Stretch[] = []
  let [from, until] = [0, size]
  while (until - from > 1) {
    const middle = split(from, until)
    beside.unshift(index < middle ? { from: middle, until } : { from, until: middle })
    if (index < middle) until = middle
    else from = middle
  }
  return beside
}

/** PROOF(older, D[newer]) of RFC 9162 section 2.1.4.1: shows that the newer log begins with the older one. Empty where nothing is to show. */
export function consistencyPath(older: number, newer: number): Stretch[] {
  if (!(older >= 0 && older <= newer)) throw new RangeError(`${newer} cannot follow ${older}`)
  if (older === 0) return []
  const parts: Stretch[] = []
  let [from, until] = [0, newer]
  while (until > older) {
    const middle = split(from, until)
    parts.unshift(older <= middle ? { from: middle, until } : { from, until: middle })
    if (older <= middle) until = middle
    else from = middle
  }
  // The reader has the root of the older log; it is part of the proof only where it is no whole part of the newer one.
  return from === 0 ? parts : [{ from, until }, ...parts]
}

// Where RFC 9162 divides a tree: at the largest power of two that leaves something on the right.
function split(from: number, until: number): number {
  return from + largestPower(until - from - 1)
}

function largestPower(most: number): number {
  let power = 1
  while (power * 2 <= most) power *= 2
  return power
}

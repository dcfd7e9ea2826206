// Chance with a seed, so that a run can be repeated as far as its choices go.

export interface Dice {
  /** From 0 up to 1. */
  next(): number
  pick<T>(from: readonly T[]): T
}

/** mulberry32. */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return { next, pick: from => {
    const one = from[Math.floor(next() * from.length)]
    if (one === undefined) throw new RangeError('nothing to pick from')
    return one
  } }
}

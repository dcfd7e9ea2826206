// Chance that depends on what it is about, not on who asked before: two ways of asking meet the same people in the same mood.

/** A number from 0 to 1 (1 excluded) that is always the same for the same things. */
export type Chance = (...about: number[]) => number

/** Chance from a seed (the finalizer of MurmurHash3 over each part). */
export function chanceFrom(seed: number): Chance {
  return (...about) => {
    let mixed = seed | 0
    for (const part of about) mixed = mix(mixed ^ Math.imul(part + 1, 0x9e3779b1))
    return (mixed >>> 0) / 0x1_0000_0000
  }
}

function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/** Seconds that are log-normal: half are below the median; `spread` is the deviation of their logarithm. `a`, `b`: two chances. */
export function logNormal(median: number, spread: number, a: number, b: number): number {
  return median * Math.exp(spread * Math.sqrt(-2 * Math.log(1 - a)) * Math.cos(2 * Math.PI * b))
}

/** The place in a list of weights that a chance falls on. */
export function chosen(weights: readonly number[], chance: number): number {
  let left = chance * weights.reduce((sum, weight) => sum + weight, 0)
  const at = weights.findIndex(weight => (left -= weight) < 0)
  return at < 0 ? weights.length - 1 : at
}

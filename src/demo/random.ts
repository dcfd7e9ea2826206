// Chance that repeats: the same seed makes the same street on every machine.

export interface Random {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  /** True `share` of the time; 0.25 is one in four. */
  chance(share: number): boolean
  /** One of the list, each as likely as the next. Throws on an empty list. */
  pick<T>(list: readonly T[]): T
  /** A key of the table, as likely as its weight says. Throws on an empty table. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K
  /** `count` different members of the list, or all of it when it is shorter. */
  some<T>(list: readonly T[], count: number): T[]
}

/** Chance from a seed (SplitMix32). */
export function randomFrom(seed: number): Random {
  const next = numbers(seed)
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new RangeError('nothing to pick from')
    return list[between(0, list.length - 1)] as T
  }
  return {
    between,
    pick,
    chance: share => next() < share,
    weighted: weights => chosen(weights, next()),
    some(list, count) {
      const left = [...list]
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(between(0, left.length - 1), 1)).flat()
    },
  }
}

function numbers(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000
  }
}

function chosen<K extends string>(weights: Readonly<Record<K, number>>, at: number): K {
  const keys = Object.keys(weights) as K[]
  let left = at * keys.reduce((sum, key) => sum + weights[key], 0)
  for (const key of keys) {
    left -= weights[key]
    if (left < 0) return key
  }
  const last = keys.at(-1)
  if (last === undefined) throw new RangeError('nothing to choose from')
  return last
}

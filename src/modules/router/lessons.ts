// What a community's own corrections teach: each is remembered, and a new matter that is like some of them goes as they went. Pure.
import type { Track } from '#db/tables.ts'
import { pairsOf } from '#modules/router/grams.ts'
import { sentences } from '#modules/router/shipped.ts'
import type { Category } from '#modules/router/track.ts'

/** What somebody decided about a matter. */
export interface Correction {
  text: string
  track: Track
  category: Category
}

/** A correction that is like a text; `alike` from 0 to 1. */
export interface Alike {
  track: Track
  category: Category
  alike: number
}

/** A community's corrections, ready to be asked. */
export interface Lessons {
  readonly count: number
  /** The few corrections most like a text, the most alike first. */
  likest(text: string): Alike[]
}

/** Less alike than this, two matters have only their small words in common. */
const LEAST = 0.15
const FEW = 5
const READ = 120

/** Makes lessons of corrections, which work together with what Linju ships. */
export function lessonsFrom(corrections: readonly Correction[]): Lessons {
  const holders = new Map<string, { lesson: number, weight: number }[]>()
  corrections.forEach(({ text }, lesson) => {
    for (const [pair, weight] of weightsOf(text)) {
      const others = holders.get(pair)
      if (others) others.push({ lesson, weight })
      else holders.set(pair, [{ lesson, weight }])
    }
  })
  return {
    count: corrections.length,
    likest: text => {
      const alike = new Float64Array(corrections.length)
      for (const [pair, weight] of weightsOf(text)) {
        for (const holder of holders.get(pair) ?? []) alike[holder.lesson] = (alike[holder.lesson] ?? 0) + weight * holder.weight
      }
      return corrections.map(({ track, category }, i) => ({ track, category, alike: alike[i] ?? 0 }))
        .filter(each => each.alike >= LEAST).toSorted((a, b) => b.alike - a.alike).slice(0, FEW)
    },
  }
}

function weightsOf(text: string): [pair: string, weight: number][] {
  const weights = [...pairsOf(text.slice(0, READ))].map((pair): [string, number] => [pair, rarity(pair)])
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1
  return weights.map(([pair, weight]) => [pair, weight / length])
}

let counts: Map<string, number> | null = null

// How telling a pair of characters is: met in few of our own sentences, or in none.
function rarity(pair: string): number {
  counts ??= countsIn(sentences.map(({ text }) => pairsOf(text)))
  return Math.log((1 + sentences.length) / (1 + (counts.get(pair) ?? 0))) + 1
}

function countsIn(texts: readonly Set<string>[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const pairs of texts) for (const pair of pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return counts
}

// The rings made larger, smaller, quicker, slower, and ended at the estate: from these the default was chosen.
import { DEFAULT_RINGS, type RingRule } from '#modules/calls/rings.ts'
import { compare, type Compared } from './compare.ts'
import { rings } from './ways.ts'
import type { Stage } from './year.ts'

/** How far the widest ring of neighbours goes. */
export type Reach = 'estate' | 'community'

export interface Point {
  readonly size: number
  readonly pace: number
  readonly reach: Reach
  readonly way: Compared
}

const SIZES = [1 / 3, 2 / 3, 1, 2, 4]
/** How many times as long each ring waits, and how far they go. */
export const PACES = [0.5, 1, 1.4]
export const REACHES: readonly Reach[] = ['estate', 'community']

/** Each of them lived through, and telling everybody beside them. */
export function sweep(stages: readonly Stage[]): { told: Compared | undefined, points: Point[] } {
  const all = REACHES.flatMap(reach => PACES.flatMap(pace => SIZES.map(size => ({ size, pace, reach }))))
  const [told, ...ways] = compare(stages, Object.fromEntries(all.map(({ size, pace, reach }) => (
    [`${reach}, size ${size.toFixed(2)}, pace ${pace}`, rings(sized(size, pace, reach))]))))
  return { told, points: all.flatMap((one, i) => ways[i] ? [{ ...one, way: ways[i] }] : []) }
}

/** The default, so many times as large and as slow. Grid workers and leaders stay as few as they are. */
export function sized(size: number, pace: number, reach: Reach): RingRule {
  return DEFAULT_RINGS.filter(({ who }) => reach === 'community' || who !== 'community').map(ring => ({
    ...ring, after: Math.round(ring.after * pace),
    most: ring.who === 'grid_worker' || ring.who === 'leader' ? ring.most : Math.max(1, Math.round(ring.most * size)),
  }))
}

// Groups of people who stand near each other on the plane (k-means), for each number of groups that is asked.
import { randomFrom } from '#kit/opinion/random.ts'

/** Points of the plane: x, y, x, y … */
export type Points = Float64Array

/** Which group each point is in, 0 the largest, and where the groups' middles are. */
export interface Grouping {
  readonly of: Int8Array
  readonly sizes: readonly number[]
  readonly middles: Points
}

const STARTS = 12
// Sums of squares that differ by less are no reason to prefer one.
const ABOUT = 1.001
const MOST_STEPS = 100

/**
 * The tightest of several k-means groupings, and those about as tight: there may be more than one good answer. The points' order changes
 * nothing; fewer than `k` groups come out where fewer places differ.
 */
export function groupingsOf(points: Points, k: number): Grouping[] {
  const order = inOrder(points)
  const ordered = new Float64Array(order.length * 2)
  order.forEach((point, at) => ordered.set(points.subarray(point * 2, point * 2 + 2), at * 2))
  const runs = Array.from({ length: STARTS }, (_, run) => settled(ordered, scatteredStart(ordered, k, randomFrom(run))))
  const tightest = Math.min(...runs.map(run => run.off))
  const tight = runs.filter(run => run.off <= tightest * ABOUT).map(run => largestFirst(run, order))
  return new Map(tight.map(grouping => [grouping.of.join(''), grouping])).values().toArray()
}

// From left to right: so the same seed meets the same points, whoever they are.
function inOrder(points: Points): Uint32Array {
  return Uint32Array.from({ length: points.length / 2 }, (_, point) => point)
    .sort((a, b) => (points[a * 2] ?? 0) - (points[b * 2] ?? 0) || (points[a * 2 + 1] ?? 0) - (points[b * 2 + 1] ?? 0))
}

// k-means++ (Arthur and Vassilvitskii 2007): a middle is the likelier to be chosen the farther it lies from those there are.
function scatteredStart(points: Points, k: number, random: () => number): Points {
  const count = points.length / 2
  const first = Math.floor(random() * count)
  const middles = [points[first * 2] ?? 0, points[first * 2 + 1] ?? 0]
  const nearest = new Float64Array(count).fill(Infinity)
  while (middles.length < k * 2) {
    const [x = 0, y = 0] = middles.slice(-2)
    let sum = 0
    for (let point = 0; point < count; point++) {
      nearest[point] = Math.min(nearest[point] ?? 0, squared(points, point, x, y))
      sum += nearest[point] ?? 0
    }
    if (sum === 0) break
    const chosen = drawn(nearest, random() * sum)
    middles.push(points[chosen * 2] ?? 0, points[chosen * 2 + 1] ?? 0)
  }
  return Float64Array.from(middles)
}

function drawn(weights: Float64Array, upTo: number): number {
  let left = upTo
  let last = 0
  for (let index = 0; index < weights.length; index++) {
    const weight = weights[index] ?? 0
    if (weight === 0) continue
    last = index
    left -= weight
    if (left < 0) break
  }
  return last
}

function squared(points: Points, point: number, x: number, y: number): number {
  return ((points[point * 2] ?? 0) - x) ** 2 + ((points[point * 2 + 1] ?? 0) - y) ** 2
}

interface Run {
  of: Int8Array
  middles: Points
  /** Sum of the squared distances to the middles. */
  off: number
}

// Lloyd's two steps until nobody changes the group.
function settled(points: Points, start: Points): Run {
  const of = new Int8Array(points.length / 2).fill(-1)
  let middles = start
  for (let step = 0; step < MOST_STEPS; step++) {
    const { moved, off } = joinNearest(points, middles, of)
    if (!moved || step === MOST_STEPS - 1) return { of, middles, off }
    middles = middlesOf(points, of, middles)
  }
  return { of, middles, off: Infinity }
}

function joinNearest(points: Points, middles: Points, of: Int8Array): { moved: boolean, off: number } {
  let moved = false
  let off = 0
  for (let point = 0; point < of.length; point++) {
    let best = 0
    let least = Infinity
    for (let group = 0; group < middles.length / 2; group++) {
      const distance = squared(points, point, middles[group * 2] ?? 0, middles[group * 2 + 1] ?? 0)
      if (distance >= least) continue
      least = distance
      best = group
    }
    moved ||= of[point] !== best
    of[point] = best
    off += least
  }
  return { moved, off }
}

// A group that lost everybody keeps its middle.
function middlesOf(points: Points, of: Int8Array, before: Points): Points {
  const sums = new Float64Array(before.length)
  const counts = new Uint32Array(before.length / 2)
  for (let point = 0; point < of.length; point++) {
    const group = of[point] ?? 0
    counts[group] = (counts[group] ?? 0) + 1
    sums[group * 2] = (sums[group * 2] ?? 0) + (points[point * 2] ?? 0)
    sums[group * 2 + 1] = (sums[group * 2 + 1] ?? 0) + (points[point * 2 + 1] ?? 0)
  }
  return sums.map((sum, at) => counts[at >> 1] ? sum / (counts[at >> 1] ?? 1) : before[at] ?? 0)
}

// Largest first, equal ones from left to right; an empty one is none.
function largestFirst({ of, middles }: Run, order: Uint32Array): Grouping {
  const sizes = Array.from({ length: middles.length / 2 }, () => 0)
  for (const group of of) sizes[group] = (sizes[group] ?? 0) + 1
  const ranked = sizes.keys().filter(group => (sizes[group] ?? 0) > 0).toArray()
    .sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || (middles[a * 2] ?? 0) - (middles[b * 2] ?? 0))
  const named = new Int8Array(of.length)
  of.forEach((group, at) => { named[order[at] ?? 0] = ranked.indexOf(group) })
  return {
    of: named, sizes: ranked.map(group => sizes[group] ?? 0),
    middles: Float64Array.from(ranked.flatMap(group => [middles[group * 2] ?? 0, middles[group * 2 + 1] ?? 0])),
  }
}

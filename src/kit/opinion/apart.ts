// How well groups stand apart (silhouette), and how many groups there are.
import { groupingsOf, type Grouping, type Points } from '#kit/opinion/groups.ts'

// People in the same square of this grid count as one heavier point: so it takes as long for fifty thousand as for two.
const GRID = 48

/** The mean silhouette (Rousseeuw 1987), −1 to 1: how much nearer people are to their own group than to the next one. */
export function apartness(points: Points, { of, sizes }: Grouping): number {
  const cells = crowded(points, of)
  let sum = 0
  for (const cell of cells) sum += cell.weight * silhouette(cell, cells, sizes)
  return sum / of.length
}

/** People of one group who stand in one square, at the middle of them. */
interface Crowd {
  x: number
  y: number
  weight: number
  readonly group: number
}

function crowded(points: Points, of: Int8Array): Crowd[] {
  const [left, wide] = extent(points, 0)
  const [low, high] = extent(points, 1)
  const crowds = new Map<number, Crowd>()
  for (let point = 0; point < of.length; point++) {
    const x = points[point * 2] ?? 0
    const y = points[point * 2 + 1] ?? 0
    const group = of[point] ?? 0
    const square = (Math.floor((x - left) / wide * GRID) * (GRID + 1) + Math.floor((y - low) / high * GRID)) * 8 + group
    const crowd = crowds.get(square) ?? { x: 0, y: 0, weight: 0, group }
    crowd.weight++
    crowd.x += (x - crowd.x) / crowd.weight
    crowd.y += (y - crowd.y) / crowd.weight
    crowds.set(square, crowd)
  }
  return crowds.values().toArray()
}

// From where, and how wide; never 0 wide.
function extent(points: Points, axis: 0 | 1): [number, number] {
  let least = Infinity
  let most = -Infinity
  for (let at: number = axis; at < points.length; at += 2) {
    least = Math.min(least, points[at] ?? 0)
    most = Math.max(most, points[at] ?? 0)
  }
  return [least, most - least || 1]
}

function silhouette(cell: Crowd, cells: readonly Crowd[], sizes: readonly number[]): number {
  const own = sizes[cell.group] ?? 0
  if (own < 2) return 0
  const sums = sizes.map(() => 0)
  for (const other of cells) {
    sums[other.group] = (sums[other.group] ?? 0) + other.weight * Math.hypot(other.x - cell.x, other.y - cell.y)
  }
  const near = (sums[cell.group] ?? 0) / (own - 1)
  const next = Math.min(...sums.map((sum, group) => group === cell.group ? Infinity : sum / (sizes[group] ?? 1)))
  return next === Infinity ? 0 : (next - near) / (Math.max(near, next) || 1)
}

/** A number of groups that was tried. */
export interface Trial {
  readonly grouping: Grouping
  readonly apart: number
}

const MOST_GROUPS = 5
// One more group for each dozen of people, as Polis allows.
const PEOPLE_PER_GROUP = 12
// One more group must be worth it: without this the number of groups flickers from vote to vote.
const WORTH_ONE_MORE = 0.05

/** The good groupings into 2 to 5 groups, none of them smaller than `safe` people. */
export function trials(points: Points, safe: number): Trial[] {
  const people = points.length / 2
  const most = Math.min(MOST_GROUPS, 2 + Math.floor(people / PEOPLE_PER_GROUP))
  return Array.from({ length: most - 1 }, (_, more) => more + 2)
    .flatMap(k => groupingsOf(points, k).filter(({ sizes }) => sizes.length === k && sizes.every(size => size >= safe)))
    .map(grouping => ({ grouping, apart: apartness(points, grouping) }))
}

/** The fewest groups that stand apart about as well as the best; null where there was none. */
export function fewestApart(tried: readonly Trial[]): Trial | null {
  const best = Math.max(...tried.map(trial => trial.apart))
  const [fewest] = tried.filter(trial => trial.apart >= best - WORTH_ONE_MORE)
    .toSorted((a, b) => a.grouping.sizes.length - b.grouping.sizes.length || b.apart - a.apart)
  return fewest ?? null
}

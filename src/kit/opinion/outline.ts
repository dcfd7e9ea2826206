// A group as it may be drawn: one ellipse. A hull has somebody at each corner; an ellipse is five numbers about everybody together.
import type { Grouping, Points } from '#kit/opinion/groups.ts'

/** In units of the map, which is 1 wide and 1 high; `turn` in degrees, clockwise. */
export interface Outline {
  readonly x: number
  readonly y: number
  readonly across: number
  readonly along: number
  readonly turn: number
}

// Two standard deviations: about 86 of 100 of a round group stand inside.
const DEVIATIONS = 2
const FINEST = 1000
// So that a group of people who all say the same can be seen.
const SMALLEST = 0.03

/** The outlines of the groups, in a square that holds them all; rounded to a thousandth of the map. */
export function outlinesOf(points: Points, grouping: Grouping): Outline[] {
  const ellipses = grouping.sizes.map((_, group) => ellipse(points, grouping, group))
  const reach = (of: 'x' | 'y', way: 1 | -1): number => Math.max(...ellipses.map(each => way * each[of] + each.across))
  const [left, right, top, bottom] = [-reach('x', -1), reach('x', 1), -reach('y', -1), reach('y', 1)]
  const side = Math.max(right - left, bottom - top) || 1
  const fine = (length: number): number => Math.round(length / side * FINEST) / FINEST
  return ellipses.map(({ x, y, across, along, turn }) => ({
    x: fine(x - (left + right - side) / 2), y: fine(y - (top + bottom - side) / 2),
    across: Math.max(SMALLEST, fine(across)), along: Math.max(SMALLEST, fine(along)), turn: Math.round(turn),
  }))
}

function ellipse(points: Points, { of, middles, sizes }: Grouping, group: number): Outline {
  const [x, y, size] = [middles[group * 2] ?? 0, middles[group * 2 + 1] ?? 0, sizes[group] ?? 1]
  let [xx, xy, yy] = [0, 0, 0]
  for (let point = 0; point < of.length; point++) {
    if (of[point] !== group) continue
    const [right, down] = [(points[point * 2] ?? 0) - x, (points[point * 2 + 1] ?? 0) - y]
    xx += right * right / size
    xy += right * down / size
    yy += down * down / size
  }
  const [mean, half] = [(xx + yy) / 2, Math.hypot((xx - yy) / 2, xy)]
  return {
    x, y, across: DEVIATIONS * Math.sqrt(mean + half), along: DEVIATIONS * Math.sqrt(Math.max(0, mean - half)),
    turn: Math.atan2(2 * xy, xx - yy) / 2 * 180 / Math.PI,
  }
}

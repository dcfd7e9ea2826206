// Who is asked when somebody calls for help, from the inside out. Pure; the numbers come from docs/decisions/0048.

/** Who is asked: neighbours from the inside out, those whose post it is, at last the volunteers of the whole community. */
export const RING_KEYS = ['entrance', 'building', 'estate', 'on_duty', 'grid_worker', 'leader', 'community'] as const
export type RingKey = (typeof RING_KEYS)[number]

/** One ring: it opens `after` seconds from the call and asks `most` people at once. Listed twice, it asks the next best. */
export interface Ring {
  readonly who: RingKey
  readonly after: number
  readonly most: number
}
export type RingRule = readonly Ring[]

/** Somebody who could be asked; each person once. */
export interface Neighbour {
  readonly id: number
  /** The smallest area that he shares with the call. */
  readonly near: 'entrance' | 'building' | 'estate' | 'community'
  /** Has a skill that the need asks for. */
  readonly skilled: boolean
  readonly onDuty: boolean
  /** Grid workers and leaders are asked whatever the hour in their own ring; micro-grid members only while on duty. */
  readonly post: 'micro_grid' | 'grid_worker' | 'leader' | null
  /** Has time now by his own hours, and it is none of his quiet ones. */
  readonly free: boolean
  /** How often he was asked in the last seven days, and at most wants to be; 0 at most: he is asked only by duty or post. */
  readonly asked: number
  readonly most: number
  /** Of the last times he was asked: how often he came, and how often asked. */
  readonly came: number
  readonly tried: number
}

/** What the rings need to know of a call. */
export interface Asking {
  readonly urgent: boolean
  /** The need asks for a skill: whoever has it is asked first. */
  readonly skillMatters: boolean
}

/** When each ring opens and how many it asks: docs/decisions/0048. The last opens before the alarm at 300 s. */
export const DEFAULT_RINGS: RingRule = [
  { who: 'entrance', after: 0, most: 3 },
  { who: 'building', after: 15, most: 4 },
  { who: 'estate', after: 35, most: 6 },
  { who: 'on_duty', after: 60, most: 5 },
  { who: 'grid_worker', after: 90, most: 2 },
  { who: 'leader', after: 115, most: 2 },
  { who: 'community', after: 140, most: 40 },
  { who: 'community', after: 180, most: 300 },
]

/** Whom this ring asks, the best first; empty when nobody is left in it. `already`: who was asked before, and the caller. */
export function ringPeople(ring: Ring, call: Asking, already: ReadonlySet<number>, neighbours: readonly Neighbour[]): number[] {
  const there = neighbours.filter(one => !already.has(one.id) && belongsTo[ring.who](one) && mayBeAsked(ring.who, call, one))
  const rested = there.filter(one => !isTired(one))
  const enough = isClose(ring.who) && (rested.length > 0 || !call.urgent)
  return (enough ? rested : there)
    .map(one => ({ id: one.id, rank: rankOf(ring.who, call, one) }))
    .sort((one, other) => compare(one.rank, other.rank) || one.id - other.id)
    .slice(0, ring.most).map(({ id }) => id)
}

// In these the weekly limit holds, but for an urgent call with nobody else in the ring. The later ones are the last before the alarm.
function isClose(who: RingKey): boolean {
  return who === 'entrance' || who === 'building' || who === 'estate'
}

// Asked for what they are on, not as neighbours.
function isByPost(who: RingKey): boolean {
  return who === 'on_duty' || who === 'grid_worker' || who === 'leader'
}

// 0 at most means that he comes only where he sees a call himself. Urgent calls alone break somebody's quiet.
function mayBeAsked(who: RingKey, { urgent }: Asking, one: Neighbour): boolean {
  if (isByPost(who) && (one.onDuty || one.post === 'grid_worker' || one.post === 'leader')) return true
  return one.most > 0 && (urgent || one.free)
}

const belongsTo: Readonly<Record<RingKey, (one: Neighbour) => boolean>> = {
  entrance: ({ near }) => near === 'entrance',
  building: ({ near }) => near === 'entrance' || near === 'building',
  estate: ({ near }) => near !== 'community',
  on_duty: ({ onDuty, post }) => onDuty || post === 'micro_grid',
  grid_worker: ({ post }) => post === 'grid_worker',
  leader: ({ post }) => post === 'leader',
  community: () => true,
}

// Has been asked as often this week as he wants to be.
function isTired({ asked, most }: Neighbour): boolean {
  return asked >= most
}

const NEAR = ['entrance', 'building', 'estate', 'community']

// Lower is better, the first difference decides.
function rankOf(who: RingKey, { skillMatters }: Asking, one: Neighbour): number[] {
  return [
    Number(isByPost(who) && !one.onDuty),
    Number(isTired(one)),
    Number(!one.free),
    Number(skillMatters && !one.skilled),
    NEAR.indexOf(one.near),
    -promise(one),
  ]
}

// How likely he comes, by the last times (as if everybody had come once of three before), less the more of his week is used up.
function promise({ came, tried, asked, most }: Neighbour): number {
  return (came + 1) / (tried + 3) * (1 - asked / (most + 1))
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, i) => value !== other[i])
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
}

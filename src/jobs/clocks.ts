// Looks every few seconds which clocks are due and tells of each.
import { clocksDue, ringClock } from '#modules/clocks/public.ts'
import type { House } from '../house.ts'
import { byClock } from './by-clock.ts'
import { doDue, keepLooking } from './due.ts'

const EVERY = 5000

/** Tells of everything that is due at the house's time, level by level, unless it is stopped; answers how often somebody was told. */
export function ringClocks(house: House, signal?: AbortSignal): Promise<number> {
  return doDue(house, {
    find: clocksDue,
    keyOf: ({ community_id, clock_id }) => `${community_id}/${clock_id}`,
    act: ({ community_id, clock_id }, now) => byClock(house, community_id, ringClock, { id: clock_id }, now),
  }, signal)
}

/** Begins to look; the returned function ends it after what is being told. */
export function startClocks(house: House): () => Promise<void> {
  return keepLooking(house, EVERY, signal => ringClocks(house, signal))
}

// Looks every second which calls widen: the next ring opens, or it is said that nobody came.
import { callsDue, callsToForget, forgetCalls, widenCall } from '#modules/calls/public.ts'
import type { House } from '../house.ts'
import { byClock, everywhere } from './by-clock.ts'
import { doDue, keepLooking } from './due.ts'

const EVERY = 1000

/** Opens every ring that is due at the house's time, unless it is stopped; answers how many. */
export function widenCalls(house: House, signal?: AbortSignal): Promise<number> {
  return doDue(house, {
    find: callsDue,
    keyOf: ({ community_id, call_id }) => `${community_id}/${call_id}`,
    act: ({ community_id, call_id }, now) => byClock(house, community_id, widenCall, { id: call_id }, now),
  }, signal)
}

/** Begins to look; the returned function ends it after what is being done. */
export function tendCalls(house: House): () => Promise<void> {
  return keepLooking(house, EVERY, signal => widenCalls(house, signal))
}

/** Empties what calls of a week ago said. */
export async function forgetOldCalls(house: House): Promise<void> {
  await everywhere(house, async (community, now) => {
    if (await house.database.look(community, db => callsToForget(db, now))) await byClock(house, community, forgetCalls, {})
  })
}

// Looks every second which calls widen: the next ring opens, or it is said that nobody came.
import { perform } from '#kit/action.ts'
import { callsDue, callsToForget, forgetCalls, widenCall } from '#modules/calls/public.ts'
import { communities } from '#modules/communities/public.ts'
import { passerBy } from '#modules/people/public.ts'
import type { House } from '../house.ts'
import { doDue, keepLooking } from './due.ts'

const EVERY = 1000

/** Opens every ring that is due at the house's time, unless it is stopped; answers how many. */
export function widenCalls(house: House, signal?: AbortSignal): Promise<number> {
  return doDue(house, {
    find: callsDue,
    keyOf: ({ community_id, call_id }) => `${community_id}/${call_id}`,
    act: ({ community_id, call_id }, now) => perform(house.database, { ...house.means, now }, widenCall, passerBy(community_id), { id: call_id }),
    said: 'a call was not widened',
  }, signal)
}

/** Begins to look; the returned function ends it after what is being done. */
export function tendCalls(house: House): () => Promise<void> {
  return keepLooking(house, EVERY, signal => widenCalls(house, signal))
}

/** Empties what calls of a week ago said. */
export async function forgetOldCalls(house: House): Promise<void> {
  for (const { id } of await communities(house.database.commons)) {
    const now = house.clock()
    // What goes wrong in one community must not keep the words of the others.
    await forget(house, id, now).catch((problem: unknown) => house.log.error({ err: problem, community: id }, 'calls were not forgotten'))
  }
}

async function forget(house: House, community: number, now: Temporal.Instant): Promise<void> {
  if (await house.database.look(community, db => callsToForget(db, now))) await perform(house.database, { ...house.means, now }, forgetCalls, passerBy(community), {})
}

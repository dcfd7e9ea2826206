// Looks every second which calls widen: the next ring opens, or it is said that nobody came. Several processes may look at once.
import { setTimeout as pause } from 'node:timers/promises'
import { perform } from '#kit/action.ts'
import { Refused } from '#kit/errors.ts'
import { callsDue, callsToForget, forgetCalls, widenCall } from '#modules/calls/public.ts'
import { communities } from '#modules/communities/public.ts'
import { passerBy } from '#modules/people/public.ts'
import type { House } from '../house.ts'

const EVERY = 1000
const AT_ONCE = 200

/** Opens every ring that is due at the house's time, unless it is stopped; answers how many. */
export async function widenCalls(house: House, signal?: AbortSignal): Promise<number> {
  const now = house.clock()
  const failed = new Set<string>()
  let widened = 0
  for (;;) {
    const due = await callsDue(house.database.commons, now, AT_ONCE + failed.size)
    const open = due.filter(call => !failed.has(keyOf(call)))
    if (open.length === 0) return widened
    for (const call of open) {
      if (signal?.aborted) return widened
      if (await done(house, call, now)) widened++
      else failed.add(keyOf(call))
    }
  }
}

type Due = Awaited<ReturnType<typeof callsDue>>[number]

function keyOf({ community_id, call_id }: Due): string {
  return `${community_id}/${call_id}`
}

// One call that cannot be widened must not keep the others waiting: it is tried again at the next look.
async function done(house: House, { community_id, call_id }: Due, now: Temporal.Instant): Promise<boolean> {
  try {
    await perform(house.database, { ...house.means, now }, widenCall, passerBy(community_id), { id: call_id })
    return true
  } catch (problem) {
    if (!(problem instanceof Refused)) house.log.error({ err: problem, community: community_id, call: call_id }, 'a call was not widened')
    return false
  }
}

/** Begins to look; the returned function ends it after what is being done. */
export function tendCalls(house: House): () => Promise<void> {
  const end = new AbortController()
  const looking = look(house, end.signal)
  return async () => {
    end.abort()
    await looking
  }
}

async function look(house: House, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await widenCalls(house, signal).catch((problem: unknown) => house.log.error({ err: problem }, 'the calls could not be looked at'))
    await pause(EVERY, undefined, { signal }).catch(() => undefined)
  }
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

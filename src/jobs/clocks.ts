// Looks every few seconds which clocks are due and tells of each; several processes may look at once.
import { setTimeout as pause } from 'node:timers/promises'
import { perform } from '#kit/action.ts'
import { Refused } from '#kit/errors.ts'
import { clocksDue, ringClock } from '#modules/clocks/public.ts'
import { passerBy } from '#modules/people/public.ts'
import type { House } from '../house.ts'

const EVERY = 5000
const AT_ONCE = 200

/** Tells of everything that is due at the house's time, level by level, unless it is stopped; answers how often somebody was told. */
export async function ringClocks(house: House, signal?: AbortSignal): Promise<number> {
  const now = house.clock()
  const failed = new Set<string>()
  let told = 0
  for (;;) {
    const due = await clocksDue(house.database.commons, now, AT_ONCE + failed.size)
    const open = due.filter(clock => !failed.has(keyOf(clock)))
    if (open.length === 0) return told
    for (const clock of open) {
      if (signal?.aborted) return told
      if (await rung(house, clock, now)) told++
      else failed.add(keyOf(clock))
    }
  }
}

type Due = Awaited<ReturnType<typeof clocksDue>>[number]

function keyOf({ community_id, clock_id }: Due): string {
  return `${community_id}/${clock_id}`
}

// One clock that cannot be told of must not keep the others silent: it is tried again at the next look.
async function rung(house: House, { community_id, clock_id }: Due, now: Temporal.Instant): Promise<boolean> {
  try {
    await perform(house.database, { ...house.means, now }, ringClock, passerBy(community_id), { id: clock_id })
    return true
  } catch (problem) {
    if (!(problem instanceof Refused)) house.log.error({ err: problem, community: community_id, clock: clock_id }, 'a clock was not told')
    return false
  }
}

/** Begins to look; the returned function ends it after what is being told. */
export function startClocks(house: House): () => Promise<void> {
  const end = new AbortController()
  const looking = look(house, end.signal)
  return async () => {
    end.abort()
    await looking
  }
}

async function look(house: House, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await ringClocks(house, signal).catch((problem: unknown) => house.log.error({ err: problem }, 'the clocks could not be looked at'))
    await pause(EVERY, undefined, { signal }).catch(() => undefined)
  }
}

// Volunteers by the clock: whoever's licence ends soon hears of it, once; numbers that nobody called are forgotten.
import { forgetNumbers, numbersToForget, qualificationsToRemind, remindQualification } from '#modules/volunteers/public.ts'
import type { House } from '../house.ts'
import { byClock, everywhere } from './by-clock.ts'

/** Looks into every community at the house's time. May run on several processes at once: what was done meanwhile is left. */
export async function tendVolunteers(house: House): Promise<void> {
  await everywhere(house, async (community, now) => {
    const { ending, old } = await house.database.look(community, async db => ({ ending: await qualificationsToRemind(db, now), old: await numbersToForget(db, now) }))
    for (const id of ending) await byClock(house, community, remindQualification, { id })
    if (old.length > 0) await byClock(house, community, forgetNumbers, {})
  })
}

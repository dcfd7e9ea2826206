// Tends errands by the clock: tells further what nobody took, ends what is past, puts swaps before both, forgets after thirty days.
import { endErrand, errandsDue, errandsToForget, forgetErrands, pairsThatMeet, proposeSwap, widenErrand } from '#modules/errands/public.ts'
import type { House } from '../house.ts'
import { byClock, everywhere } from './by-clock.ts'

/** Looks into every community at the house's time. May run on several processes at once: what another one did meanwhile is left. */
export async function tendErrands(house: House): Promise<void> {
  await everywhere(house, async (community, now) => {
    await dueNow(house, community, now)
    for (const pair of await house.database.look(community, db => pairsThatMeet(db, now))) await byClock(house, community, proposeSwap, pair)
    if (await house.database.look(community, db => errandsToForget(db, now))) await byClock(house, community, forgetErrands, {})
  })
}

// After a stop several steps may be due: one after the other, each once.
async function dueNow(house: House, community: number, now: Temporal.Instant): Promise<void> {
  for (const { id, widens } of await house.database.look(community, db => errandsDue(db, now))) {
    if (!widens) await byClock(house, community, endErrand, { id })
    else while (await byClock(house, community, widenErrand, { id }));
  }
}

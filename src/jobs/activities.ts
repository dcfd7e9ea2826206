// Activities by the clock: who waits moves up where a place is free; helpers and organisers are reminded, each once.
import { moveUp, postsToFill, remindersDue, remindOfActivity } from '#modules/activities/public.ts'
import type { House } from '../house.ts'
import { byClock, everywhere } from './by-clock.ts'

/** Looks into every community at the house's time. May run on several processes at once: what was done meanwhile is left. */
export async function tendActivities(house: House): Promise<void> {
  await everywhere(house, async (community, now) => {
    for (const what of await house.database.look(community, db => remindersDue(db, now))) await byClock(house, community, remindOfActivity, what)
    for (const post of await house.database.look(community, db => postsToFill(db, now))) {
      // One person after another, until the post is full or nobody can come.
      while (await byClock(house, community, moveUp, post)) continue
    }
  })
}

// Counts the polls that are over.
import { perform } from '#kit/action.ts'
import { Refused } from '#kit/errors.ts'
import { communities } from '#modules/communities/public.ts'
import { passerBy } from '#modules/people/public.ts'
import { closePoll, pollsToClose } from '#modules/polls/public.ts'
import type { House } from '../house.ts'

/** Looks into every community at the house's time. May run on several processes at once: what was counted meanwhile is left. */
export async function closePolls(house: House): Promise<void> {
  for (const { id: community } of await communities(house.database.commons)) {
    const now = house.clock()
    for (const id of await house.database.look(community, db => pollsToClose(db, now))) {
      await perform(house.database, { ...house.means, now }, closePoll, passerBy(community), { id }).catch((problem: unknown) => {
        // Another process was faster. One that cannot be counted must not keep the others waiting.
        if (!(problem instanceof Refused)) house.log.error({ err: problem, community, poll: id }, 'a poll was not counted')
      })
    }
  }
}

// Tells those whose home was opened in an emergency, as soon as the half hour is over.
import { perform } from '#kit/action.ts'
import { Problem } from '#kit/errors.ts'
import { communities } from '#modules/communities/public.ts'
import { openingsToTell, passerBy, tellOpening } from '#modules/people/public.ts'
import type { House } from '../house.ts'

/** Looks into every community at the house's time. May run on several processes at once: what was told meanwhile is left. */
export async function tellOfOpenings(house: House): Promise<void> {
  for (const { id: community } of await communities(house.database.commons)) {
    const now = house.clock()
    for (const id of await house.database.look(community, db => openingsToTell(db, now))) {
      await perform(house.database, { ...house.means, now }, tellOpening, passerBy(community), { id }).catch((problem: unknown) => {
        if (!(problem instanceof Problem)) house.log.error({ err: problem, community, opening: id }, 'an opening was not told')
      })
    }
  }
}

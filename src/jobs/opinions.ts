// Ends the conversations whose time has come, and draws the maps of those in which enough was said.
import { perform } from '#kit/action.ts'
import { Problem } from '#kit/errors.ts'
import { communities } from '#modules/communities/public.ts'
import { conversationsToFinish, drawMap, finishConversation, mapsToDraw } from '#modules/opinions/public.ts'
import { passerBy } from '#modules/people/public.ts'
import type { House } from '../house.ts'

/** Looks into every community at the house's time. May run on several processes at once: what was done meanwhile is left. */
export async function tendConversations(house: House): Promise<void> {
  for (const { id: community } of await communities(house.database.commons)) {
    const now = house.clock()
    const means = { ...house.means, now }
    const due = await house.database.look(community, async db => [
      ...(await conversationsToFinish(db, now)).map(id => () => perform(house.database, means, finishConversation, passerBy(community), { id })),
      ...(await mapsToDraw(db, now)).map(id => () => perform(house.database, means, drawMap, passerBy(community), { id })),
    ])
    for (const tend of due) {
      await tend().catch((problem: unknown) => {
        // One that cannot be drawn must not keep the others waiting.
        if (!(problem instanceof Problem)) house.log.error({ err: problem, community }, 'an opinion map was not drawn')
      })
    }
  }
}

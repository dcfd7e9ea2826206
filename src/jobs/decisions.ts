// Owners' votes by the clock: opened when everything hangs long enough, closed and counted at their minute, reminded of in time.
import { perform } from '#kit/action.ts'
import { Problem, Refused } from '#kit/errors.ts'
import { communities } from '#modules/communities/public.ts'
import { closeDecision, decisionsDue, openDecision, remindOfDecision, reportDamage, type DecisionDue } from '#modules/decisions/public.ts'
import { passerBy } from '#modules/people/public.ts'
import type { House } from '../house.ts'

/** Looks into every community at the house's time. May run on several processes at once: what was done meanwhile is left. */
export async function tendDecisions(house: House): Promise<void> {
  for (const { id: community } of await communities(house.database.commons)) {
    const now = house.clock()
    for (const due of await house.database.look(community, db => decisionsDue(db, now))) {
      await tend(house, community, due).catch((problem: unknown) => {
        // Refused: it is not due, or another process has done it.
        if (!(problem instanceof Problem)) house.log.error({ err: problem, community, ...due }, 'a vote was not looked after')
      })
    }
  }
}

async function tend(house: House, community: number, { id, does }: DecisionDue): Promise<void> {
  const [means, nobody] = [{ ...house.means, now: house.clock() }, passerBy(community)]
  if (does === 'open') await perform(house.database, means, openDecision, nobody, { id })
  else if (does !== 'close') await perform(house.database, means, remindOfDecision, nobody, { id, what: does })
  else {
    await perform(house.database, means, closeDecision, nobody, { id }).catch(async (problem: unknown) => {
      if (!(problem instanceof Refused)) throw problem
      // Refused because rows are not what was recorded, or because it is closed already: the report finds out which.
      await perform(house.database, means, reportDamage, nobody, { id })
    })
  }
}

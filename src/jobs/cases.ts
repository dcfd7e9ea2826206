// What nobody looked at in time appears by itself; what must not is told again to whoever judges.
import { perform } from '#kit/action.ts'
import { Problem } from '#kit/errors.ts'
import { appearInTime, casesDue, remindOfCase } from '#modules/matters/public.ts'
import { passerBy } from '#modules/people/public.ts'
import type { House } from '../house.ts'

/** Looks at everything that is due at the house's time. May run on several processes at once: a case that was judged meanwhile is left. */
export async function lookOverCases(house: House): Promise<void> {
  const now = house.clock()
  for (const { community_id, case_id, appears } of await casesDue(house.database.commons, now)) {
    const act = appears ? appearInTime : remindOfCase
    await perform(house.database, { ...house.means, now }, act, passerBy(community_id), { id: case_id }).catch((problem: unknown) => {
      if (!(problem instanceof Problem)) house.log.error({ err: problem, community: community_id, case: case_id }, 'a case was not looked over')
    })
  }
}

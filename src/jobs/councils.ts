// Councils by the clock: who is invited is reminded a day before, and a date that was missed is told of, once.
import { perform, type Action, type Answer } from '#kit/action.ts'
import { Problem } from '#kit/errors.ts'
import { communities } from '#modules/communities/public.ts'
import { missedIn, remindOfSession, sessionsToRemind, tellMissed } from '#modules/councils/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import type { z } from 'zod'
import type { House } from '../house.ts'

/** Looks into every community at the house's time. May run on several processes at once: what was told meanwhile is left. */
export async function tendCouncils(house: House): Promise<void> {
  for (const { id: community } of await communities(house.database.commons)) {
    const now = house.clock()
    const { due, missed } = await house.database.look(community, async db => ({ due: await sessionsToRemind(db, now), missed: await missedIn(db, now) }))
    for (const id of due) await done(house, community, remindOfSession, id)
    for (const id of missed.keys()) await done(house, community, tellMissed, id)
  }
}

async function done<Schema extends z.ZodType, Subject, A extends Answer>(house: House, community: number, act: Action<Actor, Schema, Subject, A>, id: number): Promise<void> {
  await perform(house.database, { ...house.means, now: house.clock() }, act, passerBy(community), { id }).catch((problem: unknown) => {
    // Refused: another process has done it.
    if (!(problem instanceof Problem)) house.log.error({ err: problem, community, act: act.name, id }, 'a council was not looked after')
  })
}

// Volunteers by the clock: whoever's licence ends soon hears of it, once; numbers that nobody called are forgotten.
import { perform, type Action, type Answer } from '#kit/action.ts'
import { Problem } from '#kit/errors.ts'
import { communities } from '#modules/communities/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import { forgetNumbers, numbersToForget, qualificationsToRemind, remindQualification } from '#modules/volunteers/public.ts'
import type { z } from 'zod'
import type { House } from '../house.ts'

/** Looks into every community at the house's time. May run on several processes at once: what was done meanwhile is left. */
export async function tendVolunteers(house: House): Promise<void> {
  for (const { id: community } of await communities(house.database.commons)) {
    const now = house.clock()
    const { ending, old } = await house.database.look(community, async db => ({ ending: await qualificationsToRemind(db, now), old: await numbersToForget(db, now) }))
    for (const id of ending) await done(house, community, remindQualification, { id })
    if (old.length > 0) await done(house, community, forgetNumbers, {})
  }
}

async function done<Schema extends z.ZodType, Subject, A extends Answer>(house: House, community: number, act: Action<Actor, Schema, Subject, A>, input: unknown): Promise<void> {
  await perform(house.database, { ...house.means, now: house.clock() }, act, passerBy(community), input).catch((problem: unknown) => {
    // Refused: another process has done it.
    if (!(problem instanceof Problem)) house.log.error({ err: problem, community, act: act.name }, 'volunteers were not looked after')
  })
}

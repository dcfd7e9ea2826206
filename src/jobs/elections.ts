// Elections by the clock: what is due or late is told, each once; who owns nothing in an estate any more leaves its committee.
import { perform, type Action, type Answer } from '#kit/action.ts'
import { Problem } from '#kit/errors.ts'
import { communities } from '#modules/communities/public.ts'
import { endSoldSeats, remindersDue, remindOfElection, soldSeats } from '#modules/elections/public.ts'
import { localDay, passerBy, type Actor } from '#modules/people/public.ts'
import type { z } from 'zod'
import type { House } from '../house.ts'

/** Looks into every community at the house's time. May run on several processes at once: what was done meanwhile is left. */
export async function tendElections(house: House): Promise<void> {
  for (const { id: community } of await communities(house.database.commons)) {
    const now = house.clock()
    const { due, sold } = await house.database.look(community, async db => ({ due: await remindersDue(db, now), sold: await soldSeats(db, await localDay(db, now)) }))
    for (const id of sold) await done(house, community, endSoldSeats, id)
    for (const id of due.keys()) await done(house, community, remindOfElection, id)
  }
}

async function done<Schema extends z.ZodType, Subject, A extends Answer>(house: House, community: number, act: Action<Actor, Schema, Subject, A>, id: number): Promise<void> {
  await perform(house.database, { ...house.means, now: house.clock() }, act, passerBy(community), { id }).catch((problem: unknown) => {
    // Refused: another process has done it.
    if (!(problem instanceof Problem)) house.log.error({ err: problem, community, act: act.name, id }, 'an election was not looked after')
  })
}

// What jobs share: one community after another, and acts that nobody in person does.
import type { z } from 'zod'
import { perform, type Action, type Answer } from '#kit/action.ts'
import { Conflict, NotFound, Refused } from '#kit/errors.ts'
import { communities } from '#modules/communities/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import type { House } from '../house.ts'

/** Works for each community, with the time of its turn; what goes wrong in one does not keep the others waiting. */
export async function everywhere(house: House, work: (community: number, now: Temporal.Instant) => Promise<unknown>): Promise<void> {
  for (const { id: community } of await communities(house.database.commons)) {
    await work(community, house.clock()).catch((problem: unknown) => house.log.error({ err: problem, community }, 'a community was not looked after'))
  }
}

/** Carries out an act of the clock and answers whether it was done: another process may have done it, or there is nothing left to do. */
export async function byClock<Schema extends z.ZodType, Subject, A extends Answer>(
  house: House, community: number, act: Action<Actor, Schema, Subject, A>, input: unknown, now = house.clock(),
): Promise<boolean> {
  try {
    await perform(house.database, { ...house.means, now }, act, passerBy(community), input)
    return true
  } catch (problem) {
    const expected = problem instanceof Refused || problem instanceof Conflict || problem instanceof NotFound
    if (!expected) house.log.error({ err: problem, community, act: act.name, input }, 'an act of the clock was not done')
    return false
  }
}

// Tends errands by the clock: tells further what nobody took, ends what is past, puts swaps before both, forgets after thirty days.
import { perform, type Action, type Answer } from '#kit/action.ts'
import { Conflict, Refused } from '#kit/errors.ts'
import { communities } from '#modules/communities/public.ts'
import { endErrand, errandsDue, errandsToForget, forgetErrands, pairsThatMeet, proposeSwap, widenErrand } from '#modules/errands/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import type { z } from 'zod'
import type { House } from '../house.ts'

/** Looks into every community at the house's time. May run on several processes at once: what another one did meanwhile is left. */
export async function tendErrands(house: House): Promise<void> {
  for (const { id: community } of await communities(house.database.commons)) {
    const now = house.clock()
    await dueNow(house, community, now)
    for (const pair of await house.database.look(community, db => pairsThatMeet(db, now))) await done(house, community, now, proposeSwap, pair)
    if (await house.database.look(community, db => errandsToForget(db, now))) await done(house, community, now, forgetErrands, {})
  }
}

// After a stop several steps may be due: one after the other, each once.
async function dueNow(house: House, community: number, now: Temporal.Instant): Promise<void> {
  for (const { id, widens } of await house.database.look(community, db => errandsDue(db, now))) {
    if (!widens) await done(house, community, now, endErrand, { id })
    else while (await done(house, community, now, widenErrand, { id }));
  }
}

/** Whether it was done. */
async function done<Schema extends z.ZodType, Subject, A extends Answer>(house: House, community: number, now: Temporal.Instant,
  action: Action<Actor, Schema, Subject, A>, input: unknown): Promise<boolean> {
  try {
    await perform(house.database, { ...house.means, now }, action, passerBy(community), input)
    return true
  } catch (problem) {
    // Not yet, or another process was faster. One that cannot be tended must not keep the others waiting.
    const expected = problem instanceof Refused || problem instanceof Conflict
    if (!expected) house.log.error({ err: problem, community, action: action.name }, 'an errand was not tended')
    return false
  }
}

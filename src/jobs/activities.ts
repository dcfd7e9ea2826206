// Activities by the clock: who waits moves up where a place is free; helpers and organisers are reminded, each once.
import { perform, type Action, type Answer } from '#kit/action.ts'
import { Problem } from '#kit/errors.ts'
import { moveUp, postsToFill, remindersDue, remindOfActivity } from '#modules/activities/public.ts'
import { communities } from '#modules/communities/public.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'
import type { z } from 'zod'
import type { House } from '../house.ts'

/** Looks into every community at the house's time. May run on several processes at once: what was done meanwhile is left. */
export async function tendActivities(house: House): Promise<void> {
  for (const { id: community } of await communities(house.database.commons)) {
    for (const what of await house.database.look(community, db => remindersDue(db, house.clock()))) await done(house, community, remindOfActivity, what)
    for (const post of await house.database.look(community, db => postsToFill(db, house.clock()))) {
      // One person after another, until the post is full or nobody can come.
      while (await done(house, community, moveUp, post)) continue
    }
  }
}

async function done<Schema extends z.ZodType, Subject, A extends Answer>(
  house: House, community: number, act: Action<Actor, Schema, Subject, A>, input: { id: number },
): Promise<boolean> {
  return perform(house.database, { ...house.means, now: house.clock() }, act, passerBy(community), input).then(() => true, (problem: unknown) => {
    // Refused: another process has done it, or there is nobody left.
    if (!(problem instanceof Problem)) house.log.error({ err: problem, community, act: act.name, ...input }, 'an activity was not looked after')
    return false
  })
}

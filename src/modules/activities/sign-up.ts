// 报名: a place at a post, or a place in the queue for it. Who comes first is settled under the lock of the post.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { Refused } from '#kit/errors.ts'
import { say, which } from '#modules/activities/fields.ts'
import { activityToJoin, placesHeld, postToChange, takenAt } from '#modules/activities/find.ts'
import { checkFit, isElsewhere } from '#modules/activities/fit.ts'
import { mayNotSignUp } from '#modules/activities/helper.ts'
import type { Actor } from '#modules/people/public.ts'

export const signUpInput = z.strictObject({
  id: which, post: which,
  riskRead: z.union([z.boolean(), z.literal('true').transform(() => true)]).default(false).meta({ label: say('riskRead'), wrong: say('riskUnread'), control: 'tick' }),
})

/** Signs the actor up; where all places are taken, or others wait already, he waits. Throws Invalid and Refused where he does not fit. */
export const signUp = action({
  name: 'activities.signUp',
  summary: say('summarySignUp'),
  input: signUpInput,
  subject: (db, input, actor: Actor) => postToJoin(db, actor, input),
  refuse: (actor, { activity, post, own }, now) => mayNotSignUp(actor, activity, post, own, now),
  run: async (db, { subject: { activity, post }, actor, input, now }) => {
    const person = actor.personId ?? 0
    await checkFit(db, { post, person, riskRead: input.riskRead })
    const { taken, waiting: others } = await takenAt(db, post.id)
    const waiting = taken >= post.number || others > 0
    if (!waiting && await isElsewhere(db, person, post)) throw new Refused(say('elsewhere'))
    await db.insertInto('activity_helper').values({
      community_id: db.community, post_id: post.id, person_id: person, from_at: post.from_at.toString(), until_at: post.until_at.toString(), waiting,
      signed_at: now.toString(), risk_read_at: post.risky ? now.toString() : null,
    }).execute()
    return { subject: `activities/${activity.id}`, answer: { id: activity.id, waiting }, facts: { post: post.id, waiting } }
  },
})

/** The activity and its post, with the actor's own place there. */
export async function postToJoin(db: Reader, actor: Actor, input: { id: number, post: number }) {
  const activity = await activityToJoin(db, input.id)
  const post = await postToChange(db, input.id, input.post)
  const [own] = await placesHeld(db, actor.personId ?? 0, { activity: input.id, post: input.post })
  return { activity, post, own }
}

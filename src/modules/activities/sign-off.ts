// 不去了: whoever cannot come gives up his place; who waits moves up by the clock.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { say, which } from '#modules/activities/fields.ts'
import { mayNotSignOff } from '#modules/activities/helper.ts'
import { postToJoin } from '#modules/activities/sign-up.ts'
import type { Actor } from '#modules/people/public.ts'

/** Signs the actor off from one post, until he has come. */
export const signOff = action({
  name: 'activities.signOff',
  summary: say('summarySignOff'),
  input: z.strictObject({ id: which, post: which }),
  subject: (db, input, actor: Actor) => postToJoin(db, actor, input),
  refuse: (actor, { activity, own }) => mayNotSignOff(actor, activity, own),
  run: async (db, { subject: { activity, post, own }, now }) => {
    await db.updateTable('activity_helper').set({ left_at: now.toString(), left_why: 'self' })
      .where('community_id', '=', db.community).where('id', '=', own?.id ?? 0).execute()
    return { subject: `activities/${activity.id}`, answer: { id: activity.id }, facts: { post: post.id } }
  },
})

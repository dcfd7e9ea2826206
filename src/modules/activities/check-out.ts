// 签退: by the digits on the screen again, so that nobody leaves from home.
import { action } from '#kit/action.ts'
import { checkCode, checkInInput, placeToChange } from '#modules/activities/check-in.ts'
import { say } from '#modules/activities/fields.ts'
import { mayNotGo } from '#modules/activities/helper.ts'
import type { Actor } from '#modules/people/public.ts'

/** Writes down that the actor leaves. Throws Invalid and TooOften as check-in does. */
export const checkOut = action({
  name: 'activities.checkOut',
  summary: say('summaryCheckOut'),
  input: checkInInput,
  subject: (db, input, actor: Actor, { now }) => placeToChange(db, actor, input.id, now),
  refuse: (actor, { activity, own }) => mayNotGo(actor, activity, own),
  run: async (db, { subject: { activity, own }, input, actor, now, ...means }) => {
    await checkCode(db, { ...means, now }, { activity: activity.id, person: actor.personId ?? 0, code: input.code })
    await db.updateTable('activity_helper').set({ gone_at: now.toString() })
      .where('community_id', '=', db.community).where('id', '=', own?.id ?? 0).execute()
    return { subject: `activities/${activity.id}`, answer: { id: activity.id, post: own?.post_id ?? 0 }, facts: { post: own?.post_id } }
  },
})

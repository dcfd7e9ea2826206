// 改人数: a post takes more or fewer people; with more, those who wait move up by the clock.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { mayNotPrepare } from '#modules/activities/activity.ts'
import { number, say, which } from '#modules/activities/fields.ts'
import { activityToChange, postToChange, takenAt } from '#modules/activities/find.ts'
import type { Actor } from '#modules/people/public.ts'
import { activitiesText } from '#text/activities.ts'

export const changeActivityPostInput = z.strictObject({ id: which, post: which, number })

/** Never fewer than have a place. Throws Invalid. */
export const changeActivityPost = action({
  name: 'activities.changePost',
  summary: say('summaryChangePost'),
  input: changeActivityPostInput,
  subject: async (db, input, _actor: Actor) => ({ activity: await activityToChange(db, input.id), post: await postToChange(db, input.id, input.post) }),
  refuse: (actor, { activity }, now) => mayNotPrepare(actor, activity, now),
  run: async (db, { subject: { activity, post }, input }) => {
    const { taken } = await takenAt(db, post.id)
    if (input.number < taken) throw invalid([{ field: 'number', reason: lang => activitiesText(lang).numberTaken(taken) }])
    await db.updateTable('activity_post').set({ number: input.number }).where('community_id', '=', db.community).where('id', '=', post.id).execute()
    return { subject: `activities/${activity.id}`, answer: { id: activity.id }, facts: { post: post.id, number: input.number } }
  },
})

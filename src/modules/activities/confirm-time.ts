// 确认时间: overtime that was wanted, or a check-out that was forgotten; as the organiser says, never longer than it can have been.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { NotFound, Refused } from '#kit/errors.ts'
import { mayNotRecord } from '#modules/activities/activity.ts'
import { say, which } from '#modules/activities/fields.ts'
import { activityToJoin, placesHeld } from '#modules/activities/find.ts'
import { minutesBetween } from '#modules/activities/helper.ts'
import type { Actor } from '#modules/people/public.ts'

export const confirmTimeInput = z.strictObject({
  id: which, post: which, person: which,
  minutes: z.coerce.number().int().min(0).max(1440).meta({ label: say('minutes'), wrong: say('minutesWrong') }),
})

/** Sets how long somebody served who came. Throws Invalid. */
export const confirmTime = action({
  name: 'activities.confirmTime',
  summary: say('summaryConfirmTime'),
  input: confirmTimeInput,
  subject: async (db, input, _actor: Actor) => {
    const activity = await activityToJoin(db, input.id)
    const [helper] = await placesHeld(db, input.person, { activity: input.id, post: input.post })
    if (!helper) throw new NotFound(say('noHelper'))
    return { activity, helper }
  },
  refuse: (actor, { activity }) => mayNotRecord(actor, activity),
  run: async (db, { subject: { activity, helper }, input, actor, now }) => {
    if (!helper.arrived_at) throw new Refused(say('notArrived'))
    if (input.minutes > minutesBetween(helper.arrived_at, helper.gone_at ?? now)) throw invalid([{ field: 'minutes', reason: say('minutesWrong') }])
    await db.updateTable('activity_helper').set({ minutes: input.minutes, minutes_by: actor.personId })
      .where('community_id', '=', db.community).where('id', '=', helper.id).execute()
    return { subject: `activities/${activity.id}`, answer: { id: activity.id }, facts: { post: helper.post_id, person: helper.person_id, minutes: input.minutes } }
  },
})

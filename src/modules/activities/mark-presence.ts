// 帮人签到: whoever has no phone with him is checked in and out by the organiser, who is written down with it.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { NotFound, Refused } from '#kit/errors.ts'
import { mayNotRecord } from '#modules/activities/activity.ts'
import { say, which } from '#modules/activities/fields.ts'
import { activityToJoin, placesHeld } from '#modules/activities/find.ts'
import { mayNotArrive, mayNotGo } from '#modules/activities/helper.ts'
import type { Actor } from '#modules/people/public.ts'

/** Now, not later: what was forgotten is what `activities.confirmTime` is for. Refused as check-in and check-out are. */
export const markPresence = action({
  name: 'activities.markPresence',
  summary: say('summaryMarkPresence'),
  input: z.strictObject({ id: which, post: which, person: which, what: z.enum(['came', 'left']).meta({ label: say('what') }) }),
  subject: async (db, input, _actor: Actor) => {
    const activity = await activityToJoin(db, input.id)
    const [helper] = await placesHeld(db, input.person, { activity: input.id, post: input.post })
    if (!helper) throw new NotFound(say('noHelper'))
    return { activity, helper }
  },
  refuse: (actor, { activity }) => mayNotRecord(actor, activity),
  run: async (db, { subject: { activity, helper }, input, actor, now }) => {
    const reason = input.what === 'came' ? mayNotArrive(actor, activity, helper, now) : mayNotGo(actor, activity, helper)
    if (reason) throw new Refused(reason)
    const moment = { at: now.toString(), by: actor.personId }
    await db.updateTable('activity_helper')
      .set(input.what === 'came' ? { arrived_at: moment.at, arrived_by: moment.by } : { gone_at: moment.at, gone_by: moment.by })
      .where('community_id', '=', db.community).where('id', '=', helper.id).execute()
    return { subject: `activities/${activity.id}`, answer: { id: activity.id }, facts: { post: helper.post_id, person: helper.person_id, what: input.what } }
  },
})

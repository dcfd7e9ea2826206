// 取消活动: with a reason that everybody reads; who had a place is free again.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Writer } from '#kit/db.ts'
import { mayNotPrepare } from '#modules/activities/activity.ts'
import { say, which, why } from '#modules/activities/fields.ts'
import { recordPost, whoHelped } from '#modules/activities/close.ts'
import { activityToChange } from '#modules/activities/find.ts'
import type { Actor } from '#modules/people/public.ts'

export const callOffActivityInput = z.strictObject({ id: which, why })

/** Calls it off, until it ends. Who has come served until now, which goes to be approved as at its close. */
export const callOffActivity = action({
  name: 'activities.callOff',
  summary: say('summaryCallOff'),
  input: callOffActivityInput,
  subject: (db, input, _actor: Actor) => activityToChange(db, input.id),
  refuse: mayNotPrepare,
  run: async (db, { subject: activity, actor, input, now }) => {
    const { id } = activity
    await recordUntilNow(db, activity, actor.personId, now)
    await db.updateTable('activity').set({ called_off_at: now.toString(), called_off_why: input.why, changed_at: now.toString() })
      .where('community_id', '=', db.community).where('id', '=', id).execute()
    await db.updateTable('activity_helper').set({ left_at: now.toString(), left_why: 'called_off' })
      .where('community_id', '=', db.community).where('left_at', 'is', null)
      .where('post_id', 'in', db.selectFrom('activity_post').select('id').where('community_id', '=', db.community).where('activity_id', '=', id)).execute()
    return { subject: `activities/${id}`, answer: { id } }
  },
})

async function recordUntilNow(db: Writer, activity: Awaited<ReturnType<typeof activityToChange>>, by: number | null, now: Temporal.Instant): Promise<void> {
  await db.updateTable('activity_helper').set({ gone_at: now.toString(), gone_by: by }).where('community_id', '=', db.community)
    .where('left_at', 'is', null).where('arrived_at', 'is not', null).where('arrived_at', '<=', at(now)).where('gone_at', 'is', null).where('minutes', 'is', null)
    .where('post_id', 'in', db.selectFrom('activity_post').select('id').where('community_id', '=', db.community).where('activity_id', '=', activity.id)).execute()
  const helped = await whoHelped(db, activity.id)
  for (const post of new Set(helped.map(one => one.post_id))) {
    await recordPost(db, { ...activity, recordedBy: by, now }, { id: post, reached: 0 }, helped.filter(one => one.post_id === post))
  }
}

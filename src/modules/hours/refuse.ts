// 退回: what cannot be approved goes back with words to whoever wrote it down.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { say, which, words } from '#modules/hours/fields.ts'
import { servingToChange } from '#modules/hours/find.ts'
import { mayNotApprove } from '#modules/hours/may-not.ts'
import type { Actor } from '#modules/people/public.ts'

export const refuseHoursInput = z.strictObject({ id: which, why: words(say('why'), 200, say('whyHint')) })

/** Sends it back. */
export const refuseHours = action({
  name: 'hours.refuse',
  summary: say('summaryRefuse'),
  input: refuseHoursInput,
  subject: (db, input, _actor: Actor) => servingToChange(db, input.id),
  refuse: mayNotApprove,
  run: async (db, { subject: { id, recorded_by, project }, input, actor, now }) => {
    await db.updateTable('serving').set({ refused_by: actor.personId, refused_at: now.toString(), refused_why: input.why })
      .where('community_id', '=', db.community).where('id', '=', id).execute()
    return { subject: `servings/${id}`, answer: { id }, facts: { project: project.id, person: recorded_by } }
  },
})

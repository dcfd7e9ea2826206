// 催一催看的人: what does not appear by itself is not forgotten either: whoever judges is told again each day.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { notDue } from '#modules/matters/appear.ts'
import { caseByClock } from '#modules/matters/cases.ts'
import { caseId } from '#modules/matters/judge.ts'
import { PATIENCE } from '#modules/moderation/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { moderationText } from '#text/moderation.ts'

/** Reminds of one case. Done by the clock, for nobody. */
export const remindOfCase = action({
  name: 'matters.remind',
  summary: lang => moderationText(lang).summaryRemind,
  input: z.strictObject({ id: caseId }),
  subject: (db, input, _actor: Actor) => caseByClock(db, input.id),
  refuse: (_actor, found, now) => notDue(found, now),
  run: async (db, { subject: { one, matter }, now }) => {
    await db.updateTable('moderation_case').set({ due_at: now.add(PATIENCE).toString() })
      .where('community_id', '=', db.community).where('id', '=', one.id).execute()
    return { subject: `matters/${matter.id}`, answer: { id: one.id }, facts: { case: one.id } }
  },
})

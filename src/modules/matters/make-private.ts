// 改成不公开: nobody else's business, but a trouble all the same; it is worked on out of sight.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { caseToJudge, refuseJudging } from '#modules/matters/cases.ts'
import { caseId, judge, letRun } from '#modules/matters/judge.ts'
import type { Actor } from '#modules/people/public.ts'
import { moderationText } from '#text/moderation.ts'

/** Makes the matter private. */
export const makePrivate = action({
  name: 'matters.makePrivate',
  summary: lang => moderationText(lang).summaryMakePrivate,
  input: z.strictObject({ id: caseId }),
  subject: (db, input, actor: Actor) => caseToJudge(db, actor, input.id),
  refuse: (actor, found) => refuseJudging(actor, found) ?? (found.one.kind === 'matter' ? null : lang => moderationText(lang).onlyMatters),
  run: async (db, { subject: found, actor, now }) => {
    const { matter } = found
    const facts = await judge(db, found, { verdict: 'made_private', by: actor }, 'shown', now)
    await db.updateTable('matter').set({ private: true }).where('community_id', '=', db.community).where('id', '=', matter.id).execute()
    return { subject: `matters/${matter.id}`, answer: { id: found.one.id }, facts: { ...facts, ...await letRun(db, found, now) } }
  },
})

// 放出来: whoever looked finds nothing wrong; it appears, or stands as it stood.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { caseToJudge, refuseJudging } from '#modules/matters/cases.ts'
import { caseId, letAppear } from '#modules/matters/judge.ts'
import type { Actor } from '#modules/people/public.ts'
import { moderationText } from '#text/moderation.ts'

/** Lets through what waited for a look; after an appeal it is restored. */
export const releaseCase = action({
  name: 'matters.release',
  summary: lang => moderationText(lang).summaryRelease,
  input: z.strictObject({ id: caseId }),
  subject: (db, input, actor: Actor) => caseToJudge(db, actor, input.id),
  refuse: refuseJudging,
  run: async (db, { subject: found, actor, now }) => {
    const facts = await letAppear(db, found, { verdict: 'released', by: actor }, now)
    if (found.one.kind === 'matter' && found.one.appeal_of !== null && found.matter.track !== 'mediation') {
      await db.updateTable('matter').set({ private: false }).where('community_id', '=', db.community).where('id', '=', found.matter.id).execute()
    }
    return { subject: `matters/${found.matter.id}`, answer: { id: found.one.id }, facts }
  },
})

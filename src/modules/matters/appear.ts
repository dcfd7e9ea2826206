// 到时自己出来: nobody looked in time. Silence must not be a way to keep somebody quiet.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Said } from '#kit/phrase.ts'
import { caseByClock, type CaseToJudge } from '#modules/matters/cases.ts'
import { caseId, letAppear } from '#modules/matters/judge.ts'
import { mayAppear } from '#modules/moderation/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { moderationText } from '#text/moderation.ts'

/** Lets a case appear whose time is over. Done by the clock, for nobody. */
export const appearInTime = action({
  name: 'matters.appear',
  summary: lang => moderationText(lang).summaryAppear,
  input: z.strictObject({ id: caseId }),
  subject: (db, input, _actor: Actor) => caseByClock(db, input.id),
  refuse: (_actor, found, now) => notDue(found, now) ?? (mayAppear(found.one) ? null : lang => moderationText(lang).notDue),
  run: async (db, { subject: found, now }) => {
    const facts = await letAppear(db, found, { verdict: 'appeared', by: null }, now)
    return { subject: `matters/${found.matter.id}`, answer: { id: found.one.id }, facts }
  },
})

/** Why the clock may do nothing about a case: judged meanwhile, or not due. */
export function notDue({ one, due_at }: CaseToJudge & { due_at: Temporal.Instant }, now: Temporal.Instant): Said | null {
  return one.verdict !== null || Temporal.Instant.compare(due_at, now) > 0 ? lang => moderationText(lang).notDue : null
}

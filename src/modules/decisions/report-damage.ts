// 票账不符: it was found that rows of a vote are not what was recorded; whoever keeps it and the street are told, once.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { auditDecision } from '#modules/decisions/audit.ts'
import { decisionByClock } from '#modules/decisions/decision.ts'
import type { Actor } from '#modules/people/public.ts'
import { decisionText } from '#text/decisions.ts'

/** Done by the clock, never by a person. */
export const reportDamage = action({
  name: 'decisions.reportDamage',
  summary: lang => decisionText(lang).summaryDamage,
  input: z.strictObject({ id: z.number().int().positive() }),
  subject: async (db, input, _actor: Actor, { secrets }) => {
    const decision = await decisionByClock(db, input.id)
    return { decision, damages: await auditDecision(db, secrets, decision) }
  },
  refuse: (_actor, { decision, damages }) => damages.length > 0 && decision.damaged_at === null ? null : lang => decisionText(lang).notDue,
  run: async (db, { subject: { decision, damages }, now }) => {
    await db.updateTable('decision').set({ damaged_at: now.toString() }).where('community_id', '=', db.community).where('id', '=', decision.id).execute()
    return { subject: `decisions/${decision.id}`, answer: { id: decision.id }, facts: { damages: damages.length, first: damages.slice(0, 20).map(({ what, how, id }) => [what, how, id]) } }
  },
})

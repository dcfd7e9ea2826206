// 答复异议: every objection is answered, upheld or not, before the vote goes on.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { decisionToChange, mayNotKeep, notHere, type Decision } from '#modules/decisions/decision.ts'
import { decisionId, words } from '#modules/decisions/fields.ts'
import type { Actor } from '#modules/people/public.ts'
import { decisionText } from '#text/decisions.ts'

export const answerObjectionInput = z.strictObject({
  id: decisionId,
  objection: z.coerce.number().int().positive().meta({ control: 'hidden' }),
  upheld: z.stringbool().meta({ label: lang => decisionText(lang).upheld, wrong: lang => decisionText(lang).upheldWrong }),
  answer: words(lang => decisionText(lang).answer, 1000, lang => decisionText(lang).answerHint),
})

/** Answers an objection once. */
export const answerObjection = action({
  name: 'decisions.answerObjection',
  summary: lang => decisionText(lang).summaryAnswer,
  input: answerObjectionInput,
  subject: (db, input, actor: Actor) => objectedTo(db, actor, input),
  refuse: (actor, { decision, answered }) => mayNotKeep(actor, decision) ?? (answered ? lang => decisionText(lang).answeredAlready : null),
  run: async (db, { subject: { decision }, input, actor, now }) => {
    await db.updateTable('decision_objection').set({ answer: input.answer, upheld: input.upheld, answered_by: actor.personId, answered_at: now.toString() })
      .where('community_id', '=', db.community).where('id', '=', input.objection).execute()
    return { subject: `decisions/${decision.id}`, answer: { id: decision.id }, facts: { objection: input.objection, upheld: input.upheld } }
  },
})

async function objectedTo(db: Reader, actor: Actor, { id, objection }: { id: number, objection: number }): Promise<{ decision: Decision, answered: boolean }> {
  const decision = await decisionToChange(db, actor, id)
  const found = await db.selectFrom('decision_objection').select('answered_at').where('community_id', '=', db.community)
    .where('decision_id', '=', id).where('id', '=', objection).executeTakeFirst()
  if (!found) throw notHere()
  return { decision, answered: found.answered_at !== null }
}

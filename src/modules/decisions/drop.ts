// 撤下: a vote that has not opened is taken back, with a reason for everybody.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { decisionToChange, mayNotIn } from '#modules/decisions/decision.ts'
import { decisionId, words } from '#modules/decisions/fields.ts'
import type { Actor } from '#modules/people/public.ts'
import { decisionText } from '#text/decisions.ts'

export const dropInput = z.strictObject({ id: decisionId, reason: words(lang => decisionText(lang).reason, 500, lang => decisionText(lang).dropHint) })

/** Drops it. */
export const dropDecision = action({
  name: 'decisions.drop',
  summary: lang => decisionText(lang).summaryDrop,
  input: dropInput,
  subject: (db, input, actor: Actor) => decisionToChange(db, actor, input.id),
  refuse: mayNotIn(['draft', 'roll', 'announced']),
  run: async (db, { subject: decision, input }) => {
    await db.updateTable('decision').set({ stage: 'dropped', dropped_reason: input.reason }).where('community_id', '=', db.community).where('id', '=', decision.id).execute()
    return { subject: `decisions/${decision.id}`, answer: { id: decision.id } }
  },
})

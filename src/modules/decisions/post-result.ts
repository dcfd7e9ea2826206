// 公布结果: the result hangs in every building; from then on the year in which it can be contested is counted.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { decisionToChange, mayNotIn, type Decision } from '#modules/decisions/decision.ts'
import { decisionId } from '#modules/decisions/fields.ts'
import { hangingIn } from '#modules/decisions/proofs.ts'
import type { Actor } from '#modules/people/public.ts'
import { decisionText } from '#text/decisions.ts'

export const postResultInput = z.strictObject({ id: decisionId })

/** Says that the result hangs; refused while a building lacks the proof. */
export const postResult = action({
  name: 'decisions.postResult',
  summary: lang => decisionText(lang).summaryPost,
  input: postResultInput,
  subject: (db, input, actor: Actor) => withProofs(db, actor, input.id),
  refuse: (actor, { decision, missing }) => mayNotIn(['closed'])(actor, decision) ?? (missing.length > 0 ? lang => decisionText(lang).notHanging(missing.join('、')) : null),
  run: async (db, { subject: { decision, since }, now }) => {
    await db.updateTable('decision').set({ stage: 'posted', posted_at: (since ?? now).toString() }).where('community_id', '=', db.community).where('id', '=', decision.id).execute()
    return { subject: `decisions/${decision.id}`, answer: { id: decision.id }, facts: { since: (since ?? now).toString() } }
  },
})

async function withProofs(db: Reader, actor: Actor, id: number): Promise<{ decision: Decision, missing: string[], since: Temporal.Instant | null }> {
  const decision = await decisionToChange(db, actor, id)
  const hanging = await hangingIn(db, decision)
  return {
    decision, missing: hanging.filter(({ since }) => since.result === null).map(({ name }) => name),
    since: hanging.flatMap(({ since }) => since.result ?? []).toSorted(Temporal.Instant.compare).at(-1) ?? null,
  }
}

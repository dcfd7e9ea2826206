// 开投: at its time by the clock, and only where everything hangs as long as the law asks.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
import { decisionByClock, sittingOf, type Decision } from '#modules/decisions/decision.ts'
import { proven } from '#modules/decisions/proofs.ts'
import { mayOpen, type Hindrance } from '#modules/law/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { decisionText } from '#text/decisions.ts'

/** Done by the clock, never by a person. */
export const openDecision = action({
  name: 'decisions.open',
  summary: lang => decisionText(lang).summaryOpen,
  input: z.strictObject({ id: z.number().int().positive() }),
  subject: async (db, input, _actor: Actor, { now }) => {
    const decision = await decisionByClock(db, input.id)
    return { decision, hindrances: await hindrancesOf(db, decision, now) }
  },
  refuse: (_actor, { decision, hindrances }, now) => notDue(decision, now) ?? hindrances[0]?.reason ?? null,
  run: async (db, { subject: { decision } }) => {
    await db.updateTable('decision').set({ stage: 'open' }).where('community_id', '=', db.community).where('id', '=', decision.id).execute()
    return { subject: `decisions/${decision.id}`, answer: { id: decision.id } }
  },
})

/** Everything that keeps an announced vote from opening on its day, for the desk as well; none where it may. */
export async function hindrancesOf(db: Reader, decision: Decision, now: Temporal.Instant): Promise<Hindrance[]> {
  if (!decision.rules) return []
  return mayOpen(decision.rules, sittingOf(decision), await proven(db, decision), now.toZonedDateTimeISO(decision.zone).toPlainDate())
}

function notDue({ stage, opens_at, closes_at }: Decision, now: Temporal.Instant): Said | null {
  const due = stage === 'announced' && opens_at !== null && closes_at !== null
    && Temporal.Instant.compare(opens_at, now) <= 0 && Temporal.Instant.compare(now, closes_at) < 0
  return due ? null : lang => decisionText(lang).notDue
}

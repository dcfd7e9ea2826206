// A mandate is ended as easily as it was given: by either side, or by whoever looks after the principal's home. It holds no minute longer.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { Actor } from '#modules/people/actor.ts'
import { signedOut } from '#modules/people/refusal.ts'
import { lacksOver, wholePerson } from '#modules/people/whole-person.ts'
import { mandateText } from '#text/mandates.ts'

/** Ends a mandate at once. */
export const endMandate = action({
  name: 'people.endMandate',
  summary: lang => mandateText(lang).summaryEnd,
  input: z.strictObject({ mandate: z.coerce.number().int().positive() }),
  subject: (db, input, _actor: Actor) => mandateToEnd(db, input.mandate),
  refuse: (actor, { mandate, principal }) => {
    if (mandate.ended_at) return lang => mandateText(lang).endedAlready
    if (actor.personId !== null && [mandate.principal_id, mandate.agent_id].includes(actor.personId)) return null
    return signedOut(actor) ?? (lacksOver(actor, 'record mandate', principal) ? lang => mandateText(lang).notYours : null)
  },
  run: async (db, { actor, subject: { mandate }, now }) => {
    await db.updateTable('mandate').set({ ended_at: now.toString(), ended_by: actor.personId })
      .where('community_id', '=', db.community).where('id', '=', mandate.id).execute()
    return { subject: `people/${mandate.principal_id}`, answer: { id: mandate.id }, facts: { agent: mandate.agent_id } }
  },
})

async function mandateToEnd(db: Reader, id: number) {
  const mandate = await db.selectFrom('mandate').select(['id', 'principal_id', 'agent_id', 'ended_at'])
    .where('community_id', '=', db.community).where('id', '=', id).forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound(lang => mandateText(lang).notHere))
  return { mandate, principal: await wholePerson(db, mandate.principal_id) }
}

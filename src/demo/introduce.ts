// In a demo somebody may be entered as without a code: a person and an account are made acquainted.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Actor } from '#modules/people/public.ts'
import { demoText } from '#text/demo.ts'

/** Lets the account stand for the person who acts. Only in a community that is marked as a demo; no part of the API. */
export const introduce = action({
  name: 'demo.introduce',
  summary: lang => demoText(lang).introduce,
  input: z.strictObject({ accountId: z.string().min(1) }),
  subject: (db, _input, _actor: Actor) =>
    db.selectFrom('community').select('demo').where('id', '=', db.community).executeTakeFirstOrThrow(),
  refuse: (_actor, { demo }) => demo ? null : lang => demoText(lang).demoOnly,
  run: async (db, { actor, input }) => {
    const personId = actor.personId ?? 0
    await db.updateTable('membership').set({ account_id: input.accountId })
      .where('community_id', '=', db.community).where('person_id', '=', personId).execute()
    return { subject: `people/${personId}`, answer: { id: personId } }
  },
})

// A new phone: after the person showed with a code that it is his, he signs in with it from now on.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Actor } from '#modules/people/actor.ts'
import { phoneNumber } from '#modules/people/person.ts'
import { signedOut } from '#modules/people/refusal.ts'
import { phoneText } from '#text/me.ts'

/** Changes the actor's own phone; `accountId` is what the code of the new phone opened. Only its page calls it: no part of the API. */
export const correctPhone = action({
  name: 'people.correctPhone',
  summary: lang => phoneText(lang).summary,
  input: z.strictObject({ phone: phoneNumber.refine(phone => phone !== ''), accountId: z.string().min(1).max(100) }),
  subject: async (_db, _input, actor: Actor) => actor.personId,
  refuse: actor => signedOut(actor),
  run: async (db, { actor, input, secrets }) => {
    const personId = actor.personId ?? 0
    await db.updateTable('person').set({ phone_sealed: secrets.encrypt(input.phone) })
      .where('community_id', '=', db.community).where('id', '=', personId).execute()
    await db.updateTable('membership').set({ phone_index: secrets.blindIndex(input.phone), account_id: input.accountId })
      .where('community_id', '=', db.community).where('person_id', '=', personId).execute()
    return { subject: `people/${personId}`, answer: { id: personId }, facts: { field: 'phone' } }
  },
})

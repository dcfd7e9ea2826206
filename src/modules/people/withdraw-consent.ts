// A consent is taken back as easily as it was given (PIPL 15).
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Actor } from '#modules/people/actor.ts'
import { PURPOSE_KEYS } from '#modules/people/consent.ts'
import { signedOut } from '#modules/people/refusal.ts'
import { consentText } from '#text/consents.ts'

/** Takes back what the actor agreed to for a purpose; that it was given, and until when, stays. */
export const withdrawConsent = action({
  name: 'people.withdrawConsent',
  summary: lang => consentText(lang).summaryWithdraw,
  input: z.strictObject({ purpose: z.enum(PURPOSE_KEYS) }),
  subject: async (db, input, actor: Actor) => db.selectFrom('consent').select('id').where('community_id', '=', db.community)
    .where('person_id', '=', actor.personId ?? 0).where('purpose', '=', input.purpose).where('withdrawn_at', 'is', null).forUpdate()
    .executeTakeFirst(),
  refuse: (actor, given) => signedOut(actor) ?? (given ? null : lang => consentText(lang).notGivenYet),
  run: async (db, { actor, input, subject: given, now }) => {
    await db.updateTable('consent').set({ withdrawn_at: now.toString() })
      .where('community_id', '=', db.community).where('id', '=', given?.id ?? 0).execute()
    return { subject: `people/${actor.personId}`, answer: { id: actor.personId ?? 0 }, facts: { purpose: input.purpose } }
  },
})

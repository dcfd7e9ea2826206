// 同意: for one purpose, in the words that were shown.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Actor } from '#modules/people/actor.ts'
import { PURPOSE_KEYS, sameWording, wordingOf } from '#modules/people/consent.ts'
import { signedOut } from '#modules/people/refusal.ts'
import { consentText } from '#text/consents.ts'

/** Agrees to a purpose for oneself; agreeing twice is agreeing once. `wording` is the number of the wording that was read. */
export const giveConsent = action({
  name: 'people.giveConsent',
  summary: lang => consentText(lang).summaryGive,
  input: z.strictObject({ purpose: z.enum(PURPOSE_KEYS), wording: z.coerce.number().int() }),
  subject: async (_db, _input, actor: Actor) => actor.personId,
  refuse: actor => signedOut(actor),
  run: async (db, { actor, input, now }) => {
    sameWording(input.purpose, input.wording)
    const personId = actor.personId ?? 0
    await db.insertInto('consent').values({
      community_id: db.community, person_id: personId, purpose: input.purpose, wording: wordingOf(input.purpose), given_at: now.toString(),
    }).onConflict(twice => twice.doNothing()).execute()
    return { subject: `people/${personId}`, answer: { id: personId }, facts: { purpose: input.purpose, wording: input.wording } }
  },
})

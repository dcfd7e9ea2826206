// A person gets an address at which a calendar program finds his own dates. The address itself is made, shown once and forgotten by the
// door.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { ownCalendarText } from '#text/feeds.ts'

/** Opens one for the actor; an earlier one ends. `tokenHash` is the SHA-256 of its secret part, in hex. */
export const openAddress = action({
  name: 'calendars.openAddress',
  summary: lang => ownCalendarText(lang).summaryOpen,
  input: z.strictObject({ tokenHash: z.string().regex(/^[0-9a-f]{64}$/u) }),
  subject: async (_db, _input, actor: Actor) => actor.personId,
  refuse: actor => signedOut(actor),
  run: async (db, { actor, input, now }) => {
    const personId = actor.personId ?? 0
    const address = { token_hash: input.tokenHash, made_at: now.toString() }
    await db.insertInto('calendar_address').values({ community_id: db.community, person_id: personId, ...address })
      .onConflict(again => again.columns(['community_id', 'person_id']).doUpdateSet(address)).execute()
    return { subject: `people/${personId}`, answer: { id: personId } }
  },
})

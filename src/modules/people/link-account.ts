// After somebody showed that a phone is hers, the account that it opens stands for the person with that phone.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Actor } from '#modules/people/actor.ts'
import { invitationText } from '#text/invitations.ts'

/** Lets the account stand for the actor, whose phone (as blind index) opened it. Only the sign-in calls it: it is no part of the API. */
export const linkAccount = action({
  name: 'people.linkAccount',
  summary: lang => invitationText(lang).summaryLink,
  input: z.strictObject({ accountId: z.string().min(1).max(100), phoneIndex: z.string().min(1).max(100) }),
  subject: (db, input, actor: Actor) => db.selectFrom('membership').select('person_id')
    .where('community_id', '=', db.community).where('person_id', '=', actor.personId ?? 0).where('phone_index', '=', input.phoneIndex)
    .forUpdate().executeTakeFirst(),
  refuse: (_actor, member) => member ? null : lang => invitationText(lang).otherPhone,
  run: async (db, { actor, input }) => {
    const personId = actor.personId ?? 0
    await db.updateTable('membership').set({ account_id: input.accountId })
      .where('community_id', '=', db.community).where('person_id', '=', personId).execute()
    return { subject: `people/${personId}`, answer: { id: personId } }
  },
})

// The secretary looked at the codes that wait to be passed on: who looked, and how many there were.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import type { Actor } from '#modules/people/actor.ts'
import { lacks } from '#modules/people/refusal.ts'
import { outboxText } from '#text/outbox.ts'

/** Writes down one look at the outbox. The outbox page calls it before it shows a code; it is no part of the API. */
export const readOutbox = action({
  name: 'people.readOutbox',
  summary: lang => outboxText(lang).summary,
  input: z.strictObject({ codes: z.number().int().min(0) }),
  subject: async (_db, _input, _actor: Actor) => null,
  refuse: actor => lacks(actor, 'read outbox', null),
  run: async (_db, { actor, input }) => ({
    subject: `people/${actor.personId ?? 0}`, answer: { id: actor.personId ?? 0 }, facts: { codes: input.codes },
  }),
})

/** The people of this community with one of these phones (as blind indexes). */
export async function ownersOfPhones(db: Reader, phoneIndexes: readonly string[]) {
  return db.selectFrom('membership')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'membership.community_id')
      .onRef('person.id', '=', 'membership.person_id'))
    .select(['membership.phone_index', 'person.name'])
    .where('membership.community_id', '=', db.community).where('membership.phone_index', 'in', phoneIndexes)
    .where('person.erased_at', 'is', null).orderBy('person.id').execute()
}

// 加入: one tap and somebody may be asked for help; what he can do, when and where follows when he likes.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Writer } from '#kit/db.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { letBeAsked } from '#modules/volunteers/be-asked.ts'
import { asPicked, say } from '#modules/volunteers/fields.ts'
import { AGES, mayBeAsked } from '#modules/volunteers/volunteer.ts'
import { ageText } from '#text/volunteers.ts'

export const joinVolunteersInput = z.strictObject({ age: z.enum(AGES).default('adult').meta(asPicked(AGES, say('age'), ageText)) })

/** Joins, or comes back. Gives the consent to be asked; a minor is asked for nothing before his guardian agreed. */
export const joinVolunteers = action({
  name: 'volunteers.join',
  summary: say('summaryJoin'),
  input: joinVolunteersInput,
  subject: async (_db, _input, actor: Actor) => actor.personId,
  refuse: actor => signedOut(actor),
  run: async (db, { actor, input, now }) => {
    const id = await registered(db, actor.personId ?? 0, input.age, now)
    return { subject: `volunteers/${id}`, answer: { id }, facts: { age: input.age } }
  },
})

/** Writes the registration and the consent; answers its number. How old somebody said he was, he does not change by coming back. */
export async function registered(db: Writer, personId: number, age: (typeof AGES)[number], now: Temporal.Instant): Promise<number> {
  const { id, age: known, guardian_agreed_at } = await db.insertInto('volunteer').values({ community_id: db.community, person_id: personId, age, joined_at: now.toString() })
    .onConflict(again => again.columns(['community_id', 'person_id']).doUpdateSet({ left_at: null }))
    .returning(['id', 'age', 'guardian_agreed_at']).executeTakeFirstOrThrow()
  if (mayBeAsked({ age: known, guardian_agreed_at })) await letBeAsked(db, personId, true, now)
  return id
}

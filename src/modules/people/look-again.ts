// 再看一次: whoever opened a home looks at its phones again within the half hour; each look is written down.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { Refused } from '#kit/errors.ts'
import type { Said } from '#kit/phrase.ts'
import type { Secrets } from '#kit/secrets.ts'
import type { Actor } from '#modules/people/actor.ts'
import { openingById, openingToChange } from '#modules/people/openings.ts'
import { openingText } from '#text/break-glass.ts'

/** Somebody to ring: his name and his whole phone, '' for none. */
export interface Contact {
  readonly name: string
  readonly phone: string
}

/** Writes down one more look, never what was seen. Done before `contactsOf` is asked. */
export const lookAgain = action({
  name: 'people.lookAgain',
  summary: lang => openingText(lang).summaryAgain,
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  subject: (db, input, actor: Actor) => openingToChange(db, actor, input.id),
  refuse: mayNotLook,
  run: async (_db, { subject: { id } }) => ({ subject: `openings/${id}`, answer: { id } }),
})

/** Why the actor cannot see the phones of an opening now, or null. */
export function mayNotLook(actor: Actor, opening: { opened_by: number, ends_at: Temporal.Instant }, now: Temporal.Instant): Said | null {
  if (actor.personId !== opening.opened_by) return lang => openingText(lang).notYours
  return Temporal.Instant.compare(now, opening.ends_at) < 0 ? null : lang => openingText(lang).over
}

/** Whom to ring, for the answer to `breakGlass` and `lookAgain` alone. Throws Refused for anybody but the one who opened it, and once it is over. */
export async function contactsOf(db: Reader, secrets: Pick<Secrets, 'decrypt'>, actor: Actor, { id, now }: { id: number, now: Temporal.Instant }): Promise<Contact[]> {
  const reason = mayNotLook(actor, await openingById(db, actor, id), now)
  if (reason) throw new Refused(reason)
  const people = await db.selectFrom('home_opening_person')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'home_opening_person.community_id').onRef('person.id', '=', 'home_opening_person.person_id'))
    .select(['person.name', 'person.phone_sealed']).where('home_opening_person.community_id', '=', db.community).where('home_opening_person.opening_id', '=', id)
    .where('person.erased_at', 'is', null).orderBy('person.id').execute()
  return people.map(({ name, phone_sealed }) => ({ name, phone: phone_sealed === null ? '' : secrets.decrypt(phone_sealed) }))
}

// A person with what decides who may look after him: the homes in which he lives or which he owns.
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { Said } from '#kit/phrase.ts'
import type { Actor } from '#modules/people/actor.ts'
import type { Right } from '#modules/people/post.ts'
import { lacks } from '#modules/people/refusal.ts'
import { rightText } from '#text/people.ts'

export type WholePerson = Awaited<ReturnType<typeof wholePerson>>

/** The person with the homes to which he is tied. Throws NotFound for nobody, and for whoever had everything erased. */
export async function wholePerson(db: Reader, id: number) {
  const person = await db.selectFrom('person').select(['id', 'name', 'phone_sealed', 'document_sealed'])
    .where('community_id', '=', db.community).where('id', '=', id).where('erased_at', 'is', null)
    .executeTakeFirstOrThrow(() => new NotFound(lang => rightText(lang).nobody))
  const homes = await db.selectFrom('tie')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'tie.community_id').onRef('place.id', '=', 'tie.home_id'))
    .select(['place.id', 'place.label', 'place.parent_id', 'place.estate_id', 'place.building_id', 'place.entrance_id'])
    .where('tie.community_id', '=', db.community).where('tie.person_id', '=', id).where('tie.until', 'is', null).execute()
  return { ...person, homes }
}

/** Why the actor lacks a right over a person: it needs one of the person's homes, or the whole community. */
export function lacksOver(actor: Actor, right: Right, person: Pick<WholePerson, 'homes'>): Said | null {
  const reasons = [null, ...person.homes].map(home => lacks(actor, right, home))
  return reasons.includes(null) ? null : reasons[0] ?? null
}

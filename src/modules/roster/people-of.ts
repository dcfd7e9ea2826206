// Who lives in a home or owns it: only for those whose post lets them know.
import type { Reader } from '#kit/db.ts'
import { Refused } from '#kit/errors.ts'
import { type Actor, lacks } from '#modules/people/public.ts'
import { placeById } from '#modules/places/public.ts'

/**
 * The people of a home, those who are there before those who left, with the id of the tie.
 * Throws NotFound, and Refused without 'see roster' over the home.
 */
export async function peopleOf(db: Reader, actor: Actor, homeId: number) {
  const reason = lacks(actor, 'see roster', await placeById(db, homeId))
  if (reason) throw new Refused(reason)
  return db.selectFrom('tie')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'tie.community_id').onRef('person.id', '=', 'tie.person_id'))
    .select(['tie.id', 'tie.person_id', 'person.name', 'tie.kind', 'tie.since', 'tie.until'])
    .where('tie.community_id', '=', db.community).where('tie.home_id', '=', homeId).where('person.erased_at', 'is', null)
    .orderBy('tie.until', order => order.desc().nullsFirst()).orderBy('tie.kind').orderBy('tie.id').execute()
}

// The picture of a licence: only its owner and whoever checks him may look. And one's own photo.
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { Actor } from '#modules/people/public.ts'
import { say } from '#modules/volunteers/fields.ts'
import { teamsServed } from '#modules/volunteers/find.ts'
import { mayNotCheck } from '#modules/volunteers/volunteer.ts'

/** The hash of its sealed file. Throws NotFound for everybody else. One statement. */
export async function qualificationPhoto(db: Reader, actor: Actor, id: number, today: string): Promise<string> {
  const found = await db.selectFrom('volunteer_qualification')
    .innerJoin('volunteer', join => join.onRef('volunteer.community_id', '=', 'volunteer_qualification.community_id').onRef('volunteer.id', '=', 'volunteer_qualification.volunteer_id'))
    .select(['volunteer_qualification.photo', 'volunteer.person_id', teamsServed(today).as('teams')])
    .where('volunteer_qualification.community_id', '=', db.community).where('volunteer_qualification.id', '=', id).where('volunteer_qualification.ended_at', 'is', null).executeTakeFirst()
  const mayLook = found && (found.person_id === actor.personId || mayNotCheck(actor, found) === null)
  if (!mayLook || found.photo === null) throw new NotFound(say('noQualification'))
  return found.photo
}

/** The hash of the sealed photo that somebody put up of himself. Throws NotFound where there is none. One statement. */
export async function ownPhoto(db: Reader, personId: number): Promise<string> {
  const found = await db.selectFrom('volunteer').select('photo').where('community_id', '=', db.community).where('person_id', '=', personId).where('left_at', 'is', null).executeTakeFirst()
  if (!found?.photo) throw new NotFound(say('noPhoto'))
  return found.photo
}

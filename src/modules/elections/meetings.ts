// A meeting of the committee as acts find it.
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { say } from '#modules/elections/fields.ts'

/** A meeting of this committee. Throws NotFound. */
export async function meetingIn(db: Reader, election: number, id: number) {
  const found = await db.selectFrom('committee_meeting').select(['id', 'held_on', 'minutes']).where('community_id', '=', db.community)
    .where('election_id', '=', election).where('id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound(say('noMeeting'))
  return found
}

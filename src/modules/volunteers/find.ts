// The volunteer that an act is about, locked until the act is done, with the teams in which he serves.
import { sql } from 'kysely'
import { invalid } from '#kit/check.ts'
import type { Means } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { say } from '#modules/volunteers/fields.ts'
import type { Team, Volunteer } from '#modules/volunteers/volunteer.ts'

type Now = Pick<Means, 'now'>

/** The actor's own registration, locked; null where he has none, or left. */
export async function ownVolunteer(db: Reader, actor: Actor, { now }: Now): Promise<Volunteer | null> {
  const found = await locked(db, now).then(some => some.where('volunteer.person_id', '=', actor.personId ?? 0).where('volunteer.left_at', 'is', null).executeTakeFirst())
  return found ?? null
}

/** The volunteer of this number, locked. Throws NotFound for nobody, and for who left. */
export async function volunteerToChange(db: Reader, id: number, { now }: Now): Promise<Volunteer> {
  return (await locked(db, now)).where('volunteer.id', '=', id).where('volunteer.left_at', 'is', null).executeTakeFirstOrThrow(() => new NotFound(say('nobody')))
}

async function locked(db: Reader, now: Temporal.Instant) {
  const today = await localDay(db, now)
  return db.selectFrom('volunteer').innerJoin('person', join => join.onRef('person.community_id', '=', 'volunteer.community_id').onRef('person.id', '=', 'volunteer.person_id'))
    .select(['volunteer.id', 'volunteer.person_id', 'volunteer.age', 'volunteer.guardian_id', 'volunteer.guardian_agreed_at', 'volunteer.left_at', teamsServed(today).as('teams')])
    .where('volunteer.community_id', '=', db.community).where('person.erased_at', 'is', null).forUpdate('volunteer')
}

/** As a column: the teams in which a volunteer holds a post on a day, and those above. */
export function teamsServed(today: string) {
  return sql<number[]>`coalesce((select json_agg(distinct served.id) from (
    select unnest(array[team.id, team.part_of]) as id from post
      join organisation team on team.community_id = post.community_id and team.id = post.organisation_id and team.kind = 'team'
      where post.community_id = volunteer.community_id and post.person_id = volunteer.person_id
        and post.since <= ${today} and (post.until is null or post.until >= ${today})) served where served.id is not null), '[]')`
}

/** The team or squad of this number, locked. Throws NotFound. */
export async function teamToChange(db: Reader, id: number): Promise<Team & { name: string }> {
  return db.selectFrom('organisation').select(['id', 'part_of', 'name']).where('community_id', '=', db.community).where('id', '=', id).where('kind', '=', 'team')
    .forUpdate().executeTakeFirstOrThrow(() => new NotFound(say('noTeam')))
}

/** Throws Invalid unless this is somebody of the community. */
export async function personHere(db: Reader, id: number, field = 'person'): Promise<void> {
  const found = await db.selectFrom('person').select('id').where('community_id', '=', db.community).where('id', '=', id).where('erased_at', 'is', null).executeTakeFirst()
  if (!found) throw invalid([{ field, reason: say('personWrong') }])
}

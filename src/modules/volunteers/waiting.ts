// What waits for whoever checks: skills to be shown, licences to be looked at, corrections that were asked for, minors whose guardian has not agreed.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '#kit/db.ts'
import type { Actor } from '#modules/people/public.ts'
import { teamsServed } from '#modules/volunteers/find.ts'
import { isSecretary } from '#modules/volunteers/volunteer.ts'

const OPEN_SKILL = sql<boolean>`volunteer_skill.approved_at is null and volunteer_skill.refused_why is null`

/** Volunteers of whom something waits, those first who wait longest; of the actor's teams, or (the secretary) of all; never himself. One statement. */
export async function waitingFor(db: Reader, actor: Actor, today: string) {
  const led = [0, ...actor.posts.filter(post => post.kind === 'team_leader').map(post => post.organisation_id)]
  const rows = await db.selectFrom('volunteer').innerJoin('person', join => join.onRef('person.community_id', '=', 'volunteer.community_id').onRef('person.id', '=', 'volunteer.person_id'))
    .select(['volunteer.id', 'person.name', 'volunteer.age', 'volunteer.guardian_agreed_at', teamsServed(today).as('teams')])
    .select(eb => [
      jsonArrayFrom(eb.selectFrom('volunteer_skill').select('volunteer_skill.skill').whereRef('volunteer_skill.community_id', '=', 'volunteer.community_id')
        .whereRef('volunteer_skill.volunteer_id', '=', 'volunteer.id').where(OPEN_SKILL).orderBy('volunteer_skill.offered_at')).as('skills'),
      jsonArrayFrom(eb.selectFrom('volunteer_qualification').select('volunteer_qualification.kind').whereRef('volunteer_qualification.community_id', '=', 'volunteer.community_id')
        .whereRef('volunteer_qualification.volunteer_id', '=', 'volunteer.id').where('checked_at', 'is', null).where('ended_at', 'is', null).orderBy('volunteer_qualification.id')).as('qualifications'),
      eb.selectFrom('volunteer_credit').select(count => count.fn.countAll<number>().as('n')).whereRef('volunteer_credit.community_id', '=', 'volunteer.community_id')
        .whereRef('volunteer_credit.volunteer_id', '=', 'volunteer.id').where('asked', 'is not', null).as('asked'),
    ])
    .where('volunteer.community_id', '=', db.community).where('volunteer.left_at', 'is', null).where('person.erased_at', 'is', null)
    .where('volunteer.person_id', '<>', actor.personId ?? 0)
    .where(sql<boolean>`(exists (select from volunteer_skill where volunteer_skill.community_id = volunteer.community_id and volunteer_skill.volunteer_id = volunteer.id and ${OPEN_SKILL})
      or exists (select from volunteer_qualification waits where waits.community_id = volunteer.community_id and waits.volunteer_id = volunteer.id and waits.checked_at is null and waits.ended_at is null)
      or (volunteer.age <> 'adult' and volunteer.guardian_agreed_at is null)
      or exists (select from volunteer_credit waits where waits.community_id = volunteer.community_id and waits.volunteer_id = volunteer.id and waits.asked is not null))`)
    .orderBy('volunteer.id').limit(200).execute()
  return isSecretary(actor) ? rows : rows.filter(row => row.teams.some(team => led.includes(team)))
}

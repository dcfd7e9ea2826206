// One team with those who serve in it, and who asks to join: for its leader, its members and the secretary.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { say } from '#modules/volunteers/fields.ts'
import { MEDICAL } from '#modules/volunteers/skills.ts'
import { licensedOn } from '#modules/volunteers/counts.ts'

/** The team or squad; `members` and `askings` only where `inside` (its own people and the secretary). Throws NotFound. One statement. */
export async function teamById(db: Reader, id: number, today: string) {
  return db.selectFrom('organisation as team').select(['team.id', 'team.name', 'team.duty', 'team.part_of'])
    .select(eb => [
      eb.selectFrom('organisation as above').select('above.name').where('above.community_id', '=', db.community).whereRef('above.id', '=', 'team.part_of').as('above'),
      jsonArrayFrom(eb.selectFrom('post').innerJoin('person', join => join.onRef('person.community_id', '=', 'post.community_id').onRef('person.id', '=', 'post.person_id'))
        .select(['person.id', 'person.name', 'post.kind', 'post.until', mayShowName().as('shown')]).where('post.community_id', '=', db.community)
        .where('post.kind', 'in', ['team_leader', 'volunteer', 'volunteer_doctor']).whereRef('post.organisation_id', '=', 'team.id').where('post.since', '<=', today)
        .where(open => open.or([open('post.until', 'is', null), open('post.until', '>=', today)])).orderBy(sql`post.kind <> 'team_leader'`).orderBy('person.id').limit(500)).as('members'),
      jsonArrayFrom(eb.selectFrom('team_asking').innerJoin('person', join => join.onRef('person.community_id', '=', 'team_asking.community_id').onRef('person.id', '=', 'team_asking.person_id'))
        .select(['team_asking.id', 'person.id as person', 'person.name']).where('team_asking.community_id', '=', db.community).whereRef('team_asking.organisation_id', '=', 'team.id')
        .where('team_asking.answered_at', 'is', null).orderBy('team_asking.id')).as('askings'),
    ])
    .where('team.community_id', '=', db.community).where('team.kind', '=', 'team').where('team.id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound(say('noTeam')))
}

function mayShowName() {
  return sql<boolean>`exists (select from consent where consent.community_id = person.community_id and consent.person_id = person.id
    and consent.purpose = 'show_name' and consent.withdrawn_at is null)`
}

/** How many serve with each checked medical speciality, in a team and its squads. One statement. */
export async function medics(db: Reader, today: string, team: number) {
  return db.selectFrom('volunteer')
    .innerJoin('volunteer_skill', join => join.onRef('volunteer_skill.community_id', '=', 'volunteer.community_id').onRef('volunteer_skill.volunteer_id', '=', 'volunteer.id'))
    .select(['volunteer_skill.skill', count => count.fn.countAll<number>().as('many')])
    .where('volunteer.community_id', '=', db.community).where('volunteer.left_at', 'is', null).where('volunteer_skill.skill', 'in', MEDICAL)
    .where('volunteer_skill.approved_at', 'is not', null).where(licensedOn(today))
    .where('volunteer.person_id', 'in', db.selectFrom('post').innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'post.community_id')
      .onRef('organisation.id', '=', 'post.organisation_id')).select('post.person_id').where('post.community_id', '=', db.community)
      .where('post.since', '<=', today).where(eb => eb.or([eb('post.until', 'is', null), eb('post.until', '>=', today)]))
      .where(eb => eb.or([eb('organisation.id', '=', team), eb('organisation.part_of', '=', team)])))
    .groupBy('volunteer_skill.skill').orderBy('many', 'desc').orderBy('volunteer_skill.skill').execute()
}

/** Who leads a team, or the team above: for telling them. A question for person_id. */
export function leadersOf(db: Reader, team: number, today: string) {
  return db.selectFrom('post').select('post.person_id').where('post.community_id', '=', db.community).where('post.kind', '=', 'team_leader').where('post.since', '<=', today)
    .where(eb => eb.or([eb('post.until', 'is', null), eb('post.until', '>=', today)]))
    .where(eb => eb.or([eb('post.organisation_id', '=', team),
      eb('post.organisation_id', 'in', db.selectFrom('organisation').select(up => up.ref('part_of').$notNull().as('id')).where('community_id', '=', db.community)
        .where('id', '=', team).where('part_of', 'is not', null))]))
}

/** Whose part it is to check a volunteer: secretaries, and the leaders of the teams in which he serves. A question for person_id. */
export function checkersOf(db: Reader, personId: number, today: string) {
  const open = () => db.selectFrom('post').where('post.community_id', '=', db.community).where('post.since', '<=', today)
    .where(eb => eb.or([eb('post.until', 'is', null), eb('post.until', '>=', today)]))
  const own = open().innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'post.community_id').onRef('organisation.id', '=', 'post.organisation_id'))
    .where('organisation.kind', '=', 'team').where('post.person_id', '=', personId)
  return open().select('post.person_id').where(eb => eb.or([
    eb('post.kind', '=', 'secretary'),
    eb.and([eb('post.kind', '=', 'team_leader'), eb.or([
      eb('post.organisation_id', 'in', own.select('organisation.id')),
      eb('post.organisation_id', 'in', own.where('organisation.part_of', 'is not', null).select(up => up.ref('organisation.part_of').$notNull().as('id'))),
    ])]),
  ]))
}

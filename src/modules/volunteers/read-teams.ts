// What everybody sees: how many help, what they can do, the teams and their squads; and what waits for whoever checks.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '#kit/db.ts'
import { countsOn, present } from '#modules/volunteers/counts.ts'

/** How many volunteers there are, and how many of them are here on the day. One statement. */
export async function figures(db: Reader, today: string) {
  return db.selectFrom('volunteer').select(eb => [
    eb.fn.countAll<number>().as('volunteers'),
    present(db, today).select(count => count.fn.countAll<number>().as('n')).as('here'),
    eb.selectFrom('organisation').select(count => count.fn.countAll<number>().as('n')).where('community_id', '=', db.community).where('kind', '=', 'team')
      .where('part_of', 'is', null).as('teams'),
  ]).where('volunteer.community_id', '=', db.community).where('volunteer.left_at', 'is', null).executeTakeFirstOrThrow()
}

/** The approved skills that count on the day, and who offers each: by name where he agreed to that, else null. One statement. */
export async function skillsShown(db: Reader, today: string) {
  return present(db, today)
    .innerJoin('volunteer_skill', join => join.onRef('volunteer_skill.community_id', '=', 'volunteer.community_id').onRef('volunteer_skill.volunteer_id', '=', 'volunteer.id'))
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'volunteer.community_id').onRef('person.id', '=', 'volunteer.person_id'))
    .leftJoin('consent', join => join.onRef('consent.community_id', '=', 'person.community_id').onRef('consent.person_id', '=', 'person.id')
      .on('consent.purpose', '=', 'show_name').on('consent.withdrawn_at', 'is', null))
    .select(['volunteer_skill.skill', 'volunteer_skill.note', sql<string | null>`case when consent.id is not null and volunteer.age = 'adult' then person.name end`.as('name')])
    .where('volunteer_skill.approved_at', 'is not', null).where(countsOn(today))
    .orderBy('volunteer_skill.skill').orderBy('volunteer_skill.approved_at').limit(1000).execute()
}

/** Teams and squads with how many serve in each (with its squads) and its leaders, whose post is public; squads follow their team. `only`: one team and its squads. One statement. */
export async function teams(db: Reader, today: string, only?: number) {
  return db.selectFrom('organisation as team').select(['team.id', 'team.name', 'team.duty', 'team.part_of'])
    .select(eb => [
      serving(db, today).select(count => count.fn.count<number>('post.person_id').distinct().as('n'))
        .where(or => or.or([or('served.id', '=', eb.ref('team.id')), or('served.part_of', '=', eb.ref('team.id'))])).as('members'),
      jsonArrayFrom(serving(db, today).innerJoin('person', join => join.onRef('person.community_id', '=', 'post.community_id').onRef('person.id', '=', 'post.person_id'))
        .select(['person.id', 'person.name']).where('served.id', '=', eb.ref('team.id')).where('post.kind', '=', 'team_leader').orderBy('person.id')).as('leaders'),
    ])
    .where('team.community_id', '=', db.community).where('team.kind', '=', 'team')
    .$if(only !== undefined, one => one.where(eb => eb.or([eb('team.id', '=', only ?? 0), eb('team.part_of', '=', only ?? 0)])))
    .orderBy(sql`coalesce(team.part_of, team.id)`).orderBy(sql`team.part_of is not null`).orderBy('team.id').limit(200).execute()
}

function serving(db: Reader, today: string) {
  return db.selectFrom('post').innerJoin('organisation as served', join => join.onRef('served.community_id', '=', 'post.community_id').onRef('served.id', '=', 'post.organisation_id'))
    .where('post.community_id', '=', db.community).where('served.kind', '=', 'team').where('post.since', '<=', today)
    .where(eb => eb.or([eb('post.until', 'is', null), eb('post.until', '>=', today)]))
}

/** Volunteers whose name begins so, for a leader who takes somebody in. One statement. */
export async function volunteersNamed(db: Reader, name: string) {
  return db.selectFrom('volunteer').innerJoin('person', join => join.onRef('person.community_id', '=', 'volunteer.community_id').onRef('person.id', '=', 'volunteer.person_id'))
    .select(['person.id', 'person.name']).where('volunteer.community_id', '=', db.community).where('volunteer.left_at', 'is', null).where('person.erased_at', 'is', null)
    .where(eb => eb(eb.fn('starts_with', ['person.name', eb.val(name)]), '=', eb.lit(true))).orderBy('person.name').orderBy('person.id').limit(50).execute()
}

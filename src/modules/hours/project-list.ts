// The projects, as anybody may read them, and the teams to choose from.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'

/** By class, with what was served in each: approved servings, person-times, minutes. Those that ended stand last. */
export async function projectsListed(db: Reader) {
  return db.selectFrom('project')
    .leftJoin('organisation', join => join.onRef('organisation.community_id', '=', 'project.community_id').onRef('organisation.id', '=', 'project.organisation_id'))
    .leftJoin(sums(db).as('total'), join => join.onRef('total.project_id', '=', 'project.id'))
    .select(['project.id', 'project.key', 'project.class', 'project.name', 'project.since', 'project.until', 'project.organisation_id', 'organisation.part_of',
      'organisation.name as team'])
    .select(eb => [eb.fn.coalesce('total.sessions', sql<number>`0`).as('sessions'), eb.fn.coalesce('total.served', sql<number>`0`).as('served'),
      eb.fn.coalesce('total.minutes', sql<number>`0`).as('minutes')])
    .where('project.community_id', '=', db.community)
    .orderBy(sql`project.until is not null`).orderBy('project.class').orderBy('project.name').orderBy('project.id').limit(500).execute()
}

export type Project = Awaited<ReturnType<typeof projectsListed>>[number]

/** The teams and their squads. */
export async function teamsToChoose(db: Reader) {
  return db.selectFrom('organisation').select(['id as organisation_id', 'part_of', 'name']).where('community_id', '=', db.community)
    .where('kind', '=', 'team').orderBy('name').limit(500).execute()
}

/** Where a serving can be: everything but homes and things. */
export async function placesToChoose(db: Reader) {
  return db.selectFrom('place').select(['id', 'label']).where('community_id', '=', db.community)
    .where('kind', 'in', ['estate', 'building', 'entrance']).orderBy(sql`coalesce(estate_id, id)`).orderBy('label').limit(1000).execute()
}

// Summed before names are joined: through row-level security a computed join uses no index.
function sums(db: Reader) {
  const minutes = db.selectFrom('serving_share').select(['serving_id', sum => sum.fn.sum<number>('minutes').as('minutes')])
    .where('community_id', '=', db.community).groupBy('serving_id').as('minutes')
  return db.selectFrom('serving').leftJoin(minutes, join => join.onRef('minutes.serving_id', '=', 'serving.id'))
    .select(['serving.project_id', sql<number>`count(*)::integer`.as('sessions'), sql<number>`sum(serving.served)::integer`.as('served'),
      sql<number>`coalesce(sum(minutes.minutes), 0)::integer`.as('minutes')])
    .where('serving.community_id', '=', db.community).where('serving.approved_at', 'is not', null).groupBy('serving.project_id')
}

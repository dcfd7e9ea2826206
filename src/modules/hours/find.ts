// What an act on hours is about, locked.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { noProject } from '#modules/hours/projects.ts'
import { hoursText } from '#text/hours.ts'

/** A project with whose it is. Throws NotFound. */
export async function projectRules(db: Reader, id: number) {
  return ofProjects(db).where('project.id', '=', id).executeTakeFirstOrThrow(noProject)
}

/** A team, or a squad with the team that it is part of. Throws NotFound. */
export async function teamRules(db: Reader, id: number) {
  const found = await db.selectFrom('organisation').select(['id as organisation_id', 'part_of', 'name']).where('community_id', '=', db.community)
    .where('kind', '=', 'team').where('id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound(lang => hoursText(lang).noTeam)
  return found
}

/** A serving as its rules see it, with everybody's time. Throws NotFound. */
export async function servingToChange(db: Reader, id: number) {
  const serving = await db.selectFrom('serving').selectAll().where('community_id', '=', db.community).where('id', '=', id).forUpdate()
    .executeTakeFirstOrThrow(noServing)
  const project = await projectRules(db, serving.project_id)
  const shares = await sharesOf(db, id)
  return { ...serving, organisation_id: project.organisation_id, part_of: project.part_of, project, shares, people: shares.map(share => share.person) }
}

/** Who served in it, in which time. */
export async function sharesOf(db: Reader, servingId: number) {
  return db.selectFrom('serving_share').select(['person_id as person', 'minutes', 'began_at as began', 'ended_at as ended'])
    .where('community_id', '=', db.community).where('serving_id', '=', servingId).orderBy('person_id').execute()
}

/** One person's part in a serving, with whether a correction is being asked for. Throws NotFound. */
export async function shareToCorrect(db: Reader, servingId: number, personId: number) {
  const serving = await servingToChange(db, servingId)
  const share = serving.shares.find(({ person }) => person === personId)
  if (!share) throw noServing()
  const open = await db.selectFrom('hours_correction').select('id').where('community_id', '=', db.community).where('serving_id', '=', servingId)
    .where('person_id', '=', personId).where('answered_at', 'is', null).executeTakeFirst()
  return { ...serving, ...share, person_id: personId, asked: open !== undefined }
}

/** A wish for correction with the serving it is about. Throws NotFound. */
export async function correctionToAnswer(db: Reader, id: number) {
  const found = await db.selectFrom('hours_correction').selectAll().where('community_id', '=', db.community).where('id', '=', id).forUpdate()
    .executeTakeFirst()
  if (!found) throw new NotFound(lang => hoursText(lang).noCorrection)
  const { organisation_id, part_of, project, people, shares } = await servingToChange(db, found.serving_id)
  return { ...found, organisation_id, part_of, project, people, shares }
}

/** There is no such serving here. */
export function noServing(): NotFound {
  return new NotFound(lang => hoursText(lang).noServing)
}

function ofProjects(db: Reader) {
  return db.selectFrom('project')
    .leftJoin('organisation', join => join.onRef('organisation.community_id', '=', 'project.community_id')
      .onRef('organisation.id', '=', 'project.organisation_id'))
    .select(['project.id', 'project.key', 'project.class', 'project.name', 'project.since', 'project.until', 'project.organisation_id',
      sql<number | null>`organisation.part_of`.as('part_of')])
    .where('project.community_id', '=', db.community)
}

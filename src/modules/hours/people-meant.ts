// Who is to hear of what happens to hours: questions for person ids, for notices.
import type { Reader } from '#kit/db.ts'

/** served: whoever served in the serving. hoursKeepers: who may approve its hours: the secretary, and the leader of the team. */
export const MEANT_BY_HOURS = ['served', 'hoursKeepers'] as const
export type MeantByHours = (typeof MEANT_BY_HOURS)[number]

/** The people meant, as a question for their ids. `subject`: such as servings/12; `today` the date there. */
export function peopleMeantByHours(db: Reader, to: MeantByHours, { subject, today }: { subject: string, today: string }) {
  const id = Number(/^servings\/(\d{1,15})$/u.exec(subject)?.[1] ?? 0)
  if (to === 'served') return db.selectFrom('serving_share').select('serving_share.person_id').where('community_id', '=', db.community).where('serving_id', '=', id)
  return db.selectFrom('post')
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'post.community_id').onRef('organisation.id', '=', 'post.organisation_id'))
    .select('post.person_id').where('post.community_id', '=', db.community)
    .where('post.since', '<=', today).where(open => open.or([open('post.until', 'is', null), open('post.until', '>=', today)]))
    .where(eb => eb.or([eb('post.kind', '=', 'secretary'), eb.and([eb('post.kind', '=', 'team_leader'), eb.exists(
      eb.selectFrom('serving')
        .innerJoin('project', join => join.onRef('project.community_id', '=', 'serving.community_id').onRef('project.id', '=', 'serving.project_id'))
        .leftJoin('organisation as of', join => join.onRef('of.community_id', '=', 'project.community_id').onRef('of.id', '=', 'project.organisation_id'))
        .select('serving.id').where('serving.community_id', '=', db.community).where('serving.id', '=', id)
        .where(team => team.or([team('project.organisation_id', '=', team.ref('post.organisation_id')), team('of.part_of', '=', team.ref('post.organisation_id'))])))])]))
}

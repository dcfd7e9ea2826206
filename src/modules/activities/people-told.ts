// Who is to hear of what happens at an activity: questions for person ids, for notices.
import type { Reader } from '#kit/db.ts'

/** activityHelpers: who has a place or waits, or lost it to a clash or a calling-off. activityOrganiser: who made it. activitySquad: of a patrol's squad. */
export const TOLD_OF_ACTIVITIES = ['activityHelpers', 'activityOrganiser', 'activitySquad'] as const
export type ToldOfActivities = (typeof TOLD_OF_ACTIVITIES)[number]

/** The people meant, as a question for their ids; `subject` such as activities/3, `today` the date there. */
export function peopleToldOfActivity(db: Reader, told: ToldOfActivities, { subject, today }: { readonly subject: string, readonly today: string }) {
  const id = Number(/^activities\/(\d+)$/u.exec(subject)?.[1] ?? 0)
  const activity = db.selectFrom('activity').where('activity.community_id', '=', db.community).where('activity.id', '=', id)
  if (told === 'activityOrganiser') return activity.select('activity.made_by as id')
  if (told === 'activitySquad') {
    return db.selectFrom('post').select('post.person_id as id').where('post.community_id', '=', db.community)
      .where('post.organisation_id', 'in', activity.select('activity.organisation_id'))
      .where('post.since', '<=', today).where(open => open.or([open('post.until', 'is', null), open('post.until', '>=', today)]))
  }
  return db.selectFrom('activity_helper as helper').select('helper.person_id as id').where('helper.community_id', '=', db.community)
    .where('helper.post_id', 'in', db.selectFrom('activity_post').select('id').where('community_id', '=', db.community).where('activity_id', '=', id))
    .where(eb => eb.or([eb('helper.left_why', 'is', null), eb('helper.left_why', '<>', 'self')]))
}

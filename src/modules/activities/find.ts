// What an act is about, locked: the activity first, then the post, then who stands there, always in this order.
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { say } from '#modules/activities/fields.ts'

const ACTIVITY = ['id', 'kind', 'organisation_id', 'project_id', 'place_id', 'made_by', 'begins_at', 'ends_at', 'called_off_why', 'closed_at'] as const
const HELPER = ['id', 'post_id', 'person_id', 'from_at', 'until_at', 'waiting', 'arrived_at', 'gone_at', 'minutes'] as const

/** The activity, locked for whoever changes it as a whole. Throws NotFound. */
export async function activityToChange(db: Reader, id: number) {
  return db.selectFrom('activity').select(ACTIVITY).where('community_id', '=', db.community).where('id', '=', id).forUpdate().executeTakeFirstOrThrow(noActivity)
}

/** The activity, shared by all who come and go, while nobody changes it as a whole. Throws NotFound. */
export async function activityToJoin(db: Reader, id: number) {
  return db.selectFrom('activity').select(ACTIVITY).where('community_id', '=', db.community).where('id', '=', id).forShare().executeTakeFirstOrThrow(noActivity)
}

/** A post of an activity, locked: who takes its last place is settled here. Throws NotFound. */
export async function postToChange(db: Reader, activity: number, post: number) {
  return db.selectFrom('activity_post').select(['id', 'skill', 'number', 'risky', 'from_at', 'until_at'])
    .where('community_id', '=', db.community).where('activity_id', '=', activity).where('id', '=', post).forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound(say('noPost')))
}

/** Somebody's places and waits at an activity (or at one post of it), locked. */
export async function placesHeld(db: Reader, person: number, { activity, post }: { activity: number, post?: number }) {
  return db.selectFrom('activity_helper').select(HELPER).where('community_id', '=', db.community).where('person_id', '=', person).where('left_at', 'is', null)
    .where('post_id', 'in', db.selectFrom('activity_post').select('id').where('community_id', '=', db.community).where('activity_id', '=', activity))
    .$if(post !== undefined, one => one.where('post_id', '=', post ?? 0)).orderBy('id').forUpdate().execute()
}

/** How many places of a post are taken, and how many people wait. */
export async function takenAt(db: Reader, post: number) {
  return db.selectFrom('activity_helper')
    .select(count => [
      count.fn.countAll<number>().filterWhere('waiting', '=', false).as('taken'),
      count.fn.countAll<number>().filterWhere('waiting', '=', true).as('waiting'),
    ])
    .where('community_id', '=', db.community).where('post_id', '=', post).where('left_at', 'is', null).executeTakeFirstOrThrow()
}

/** There is no such activity. */
export function noActivity(): NotFound {
  return new NotFound(say('notHere'))
}

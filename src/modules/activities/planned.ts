// Activities for calendars: those that everybody may have, and those where somebody has a post.
import { sql } from 'kysely'
import { at, type Reader } from '#kit/db.ts'

/** How long an activity stays on calendars after its day, and a cancelled one as cancelled, so that calendar programs learn of it. */
const REMEMBERED = { hours: 90 * 24 }

/** An activity on a calendar. */
export type PlannedActivity = Awaited<ReturnType<typeof helpPlanned>>[number]

/** All of them (of an estate: also those of the whole community), without patrols; or with `helper` what that person does, from when until when. One statement. */
export async function helpPlanned(db: Reader, { estate, helper }: { estate?: number, helper?: number }, now: Temporal.Instant) {
  const own = db.selectFrom('activity_helper')
    .innerJoin('activity_post as post', join => join.onRef('post.community_id', '=', 'activity_helper.community_id').onRef('post.id', '=', 'activity_helper.post_id'))
    .select(['post.activity_id', sql<string>`string_agg(post.name, '、' order by post.from_at)`.as('posts'),
      eb => eb.fn.min('post.from_at').as('from_at'), eb => eb.fn.max('post.until_at').as('until_at')])
    .where('activity_helper.community_id', '=', db.community).where('activity_helper.person_id', '=', helper ?? 0)
    .where('activity_helper.waiting', '=', false)
    .where(eb => eb.or([eb('activity_helper.left_at', 'is', null), eb('activity_helper.left_why', '=', 'called_off')])).groupBy('post.activity_id')
  return db.selectFrom('activity').leftJoin(own.as('own'), join => join.onRef('own.activity_id', '=', 'activity.id'))
    .leftJoin('place', join => join.onRef('place.community_id', '=', 'activity.community_id').onRef('place.id', '=', 'activity.place_id'))
    .select(['activity.id', 'activity.kind', 'activity.name', 'activity.level', 'activity.about', 'activity.meeting', 'place.label', 'own.posts',
      'activity.changes', 'activity.changed_at',
      'activity.called_off_at', eb => eb.fn.coalesce('own.from_at', 'activity.begins_at').as('begins_at'),
      eb => eb.fn.coalesce('own.until_at', 'activity.ends_at').as('ends_at')])
    .where('activity.community_id', '=', db.community).where('activity.ends_at', '>', at(now.subtract(REMEMBERED)))
    .$if(helper !== undefined, mine => mine.where('own.activity_id', 'is not', null))
    .$if(helper === undefined, everybody => everybody.where('activity.kind', '=', 'activity'))
    .$if(estate !== undefined, some => some.where(eb => eb.or([
      eb('activity.place_id', 'is', null), eb('activity.place_id', '=', estate ?? 0), eb('place.estate_id', '=', estate ?? 0),
    ])))
    .orderBy('activity.begins_at').orderBy('activity.id').execute()
}

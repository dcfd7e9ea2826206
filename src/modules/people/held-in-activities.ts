// What is held about a person in activities: posts he took, activities he made, whom he checked in, what he looked at on patrol.
import { sql, type ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import { maybeTold, told } from '#kit/json-time.ts'

type OfPerson = ExpressionBuilder<DB, 'person'>

/** As further columns of the question that asks for everything. */
export function heldInActivities(eb: OfPerson) {
  return [
    jsonArrayFrom(helpers(eb)
      .select(['activity.name', 'activity_post.name as post', 'activity_helper.waiting', 'activity_helper.left_why', 'activity_helper.minutes',
        told('activity_helper.from_at').as('at'), maybeTold('activity_helper.arrived_at').as('arrived'), maybeTold('activity_helper.gone_at').as('gone')])
      .whereRef('activity_helper.person_id', '=', 'person.id').orderBy('activity_helper.id')).as('posts_at_activities'),
    jsonArrayFrom(helpers(eb).select(['activity.name', told('activity_helper.from_at').as('at')])
      .where(sql<boolean>`person.id in (activity_helper.arrived_by, activity_helper.gone_by, activity_helper.minutes_by)`).orderBy('activity_helper.id')).as('activities_marked'),
    jsonArrayFrom(eb.selectFrom('activity').select(['activity.name', told('activity.made_at').as('at')])
      .whereRef('activity.community_id', '=', 'person.community_id').whereRef('activity.made_by', '=', 'person.id').orderBy('activity.id')).as('activities_made'),
    jsonArrayFrom(eb.selectFrom('patrol_point')
      .innerJoin('place', join => join.onRef('place.community_id', '=', 'patrol_point.community_id').onRef('place.id', '=', 'patrol_point.place_id'))
      .select(['place.label as where', 'patrol_point.hazard', 'patrol_point.finding', maybeTold('patrol_point.checked_at').as('at')])
      .whereRef('patrol_point.community_id', '=', 'person.community_id').whereRef('patrol_point.checked_by', '=', 'person.id').orderBy('patrol_point.id')).as('patrolled'),
  ] as const
}

function helpers(eb: OfPerson) {
  return eb.selectFrom('activity_helper')
    .innerJoin('activity_post', join => join.onRef('activity_post.community_id', '=', 'activity_helper.community_id').onRef('activity_post.id', '=', 'activity_helper.post_id'))
    .innerJoin('activity', join => join.onRef('activity.community_id', '=', 'activity_post.community_id').onRef('activity.id', '=', 'activity_post.activity_id'))
    .whereRef('activity_helper.community_id', '=', 'person.community_id')
}

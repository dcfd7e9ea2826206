// The questions about activities. They are public; who helps where is known to the organiser and to himself.
import { sql, type ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import { at, type Reader } from '#kit/db.ts'
import { told } from '#kit/json-time.ts'
import { noActivity } from '#modules/activities/find.ts'
import type { Actor } from '#modules/people/public.ts'

const COLUMNS = ['activity.id', 'activity.kind', 'activity.organisation_id', 'activity.name', 'activity.about', 'activity.meeting', 'activity.leaflets', 'activity.level',
  'activity.begins_at', 'activity.ends_at', 'activity.made_by', 'activity.called_off_why', 'activity.closed_at', 'place.label as where',
  'project.class', 'project.name as project', 'organisation.name as organisation'] as const

const SHOWN = 100

function activities(db: Reader) {
  return db.selectFrom('activity')
    .innerJoin('project', join => join.onRef('project.community_id', '=', 'activity.community_id').onRef('project.id', '=', 'activity.project_id'))
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'activity.community_id').onRef('organisation.id', '=', 'activity.organisation_id'))
    .leftJoin('place', join => join.onRef('place.community_id', '=', 'activity.community_id').onRef('place.id', '=', 'activity.place_id'))
    .select(COLUMNS).where('activity.community_id', '=', db.community)
}

/** What is to come, the next first; what was, the last first; or all, the newest first, below the number `before`. */
interface Wanted {
  when: 'ahead' | 'past' | 'all'
  before?: number | null
  limit?: number
}

/** Some activities, with how many places there are and how many are taken. */
export async function activitiesListed(db: Reader, { when, before = null, limit = SHOWN }: Wanted, now: Temporal.Instant) {
  return activities(db)
    .select(eb => [
      eb.selectFrom('activity_post as post').select(sum => sum.fn.coalesce(sum.fn.sum<number>('post.number'), sum.lit(0)).as('n'))
        .whereRef('post.community_id', '=', 'activity.community_id').whereRef('post.activity_id', '=', 'activity.id').$asScalar().as('places'),
      eb.selectFrom('activity_helper as helper')
        .innerJoin('activity_post as post', join => join.onRef('post.community_id', '=', 'helper.community_id').onRef('post.id', '=', 'helper.post_id'))
        .select(count => count.fn.countAll<number>().as('n'))
        .whereRef('post.community_id', '=', 'activity.community_id').whereRef('post.activity_id', '=', 'activity.id')
        .where('helper.left_at', 'is', null).where('helper.waiting', '=', false).$asScalar().as('taken'),
    ])
    .$if(when !== 'all', some => some.where('activity.ends_at', when === 'ahead' ? '>' : '<=', at(now)).orderBy('activity.begins_at', when === 'ahead' ? 'asc' : 'desc'))
    .$if(before !== null, older => older.where('activity.id', '<', before ?? 0))
    .orderBy('activity.id', 'desc').limit(limit).execute()
}

/** One, with its posts, how full they are and how the actor stands to each; `volunteer`: whether he is one. Throws NotFound. */
export async function activityById(db: Reader, actor: Actor, id: number) {
  const { posts, ...found } = await activities(db).select(eb => [
    jsonArrayFrom(postsOf(eb, actor.personId ?? 0)).as('posts'),
    eb.exists(eb.selectFrom('volunteer').select('volunteer.id').whereRef('volunteer.community_id', '=', 'activity.community_id')
      .where('volunteer.person_id', '=', actor.personId ?? 0).where('volunteer.left_at', 'is', null)).as('volunteer'),
  ])
    .where('activity.id', '=', id).executeTakeFirstOrThrow(noActivity)
  return { ...found, posts: posts.map(({ from_at, until_at, own_arrived, own_gone, ...post }) => ({
    ...post, from_at: Temporal.Instant.from(from_at), until_at: Temporal.Instant.from(until_at), own_arrived: momentIn(own_arrived), own_gone: momentIn(own_gone),
  })) }
}

export type ActivityShown = Awaited<ReturnType<typeof activityById>>

function momentIn(text: string | null): Temporal.Instant | null {
  return text === null ? null : Temporal.Instant.from(text)
}

function postsOf(eb: ExpressionBuilder<DB, 'activity'>, person: number) {
  return eb.selectFrom('activity_post as post')
    .leftJoin('activity_helper as helper', join => join.onRef('helper.community_id', '=', 'post.community_id')
      .onRef('helper.post_id', '=', 'post.id').on('helper.left_at', 'is', null))
    .select(['post.id', 'post.name', 'post.skill', 'post.number', 'post.risky', 'post.reached', told('post.from_at').as('from_at'), told('post.until_at').as('until_at'),
      sql<number>`count(helper.id) filter (where not helper.waiting)`.as('taken'),
      sql<number>`count(helper.id) filter (where helper.waiting)`.as('waiting'),
      sql<boolean>`coalesce(bool_or(helper.person_id = ${person}), false)`.as('own'),
      sql<boolean>`coalesce(bool_or(helper.person_id = ${person} and helper.waiting), false)`.as('own_waits'),
      sql<string | null>`to_json(max(helper.arrived_at) filter (where helper.person_id = ${person}))#>>'{}'`.as('own_arrived'),
      sql<string | null>`to_json(max(helper.gone_at) filter (where helper.person_id = ${person}))#>>'{}'`.as('own_gone')])
    .whereRef('post.community_id', '=', 'activity.community_id').whereRef('post.activity_id', '=', 'activity.id')
    .groupBy(['post.community_id', 'post.id']).orderBy('post.from_at').orderBy('post.id')
}

/** Everybody at its posts, by post and then by who signed up first: for the organiser alone. */
export async function helpersOf(db: Reader, activity: number) {
  return db.selectFrom('activity_helper as helper')
    .innerJoin('activity_post as post', join => join.onRef('post.community_id', '=', 'helper.community_id').onRef('post.id', '=', 'helper.post_id'))
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'helper.community_id').onRef('person.id', '=', 'helper.person_id'))
    .leftJoin('person as marker', join => join.onRef('marker.community_id', '=', 'helper.community_id').onRef('marker.id', '=', 'helper.arrived_by'))
    .select(['helper.id', 'helper.post_id', 'helper.person_id', 'person.name', 'helper.waiting', 'helper.from_at', 'helper.until_at',
      'helper.arrived_at', 'helper.gone_at', 'helper.minutes', 'marker.name as marked_by'])
    .where('helper.community_id', '=', db.community).where('post.activity_id', '=', activity).where('helper.left_at', 'is', null)
    .orderBy('post.from_at').orderBy('post.id').orderBy('helper.waiting').orderBy('helper.signed_at').orderBy('helper.id').execute()
}

/** What a patrol looks at, estate by estate: for the patrol and whoever runs it. */
export async function patrolPoints(db: Reader, activity: number) {
  return db.selectFrom('patrol_point as point')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'point.community_id').onRef('place.id', '=', 'point.place_id'))
    .leftJoin('person', join => join.onRef('person.community_id', '=', 'point.community_id').onRef('person.id', '=', 'point.checked_by'))
    .select(['point.id', 'point.hazard', 'point.finding', 'point.checked_at', 'point.matter_id', 'place.label as where', 'person.name as checker'])
    .where('point.community_id', '=', db.community).where('point.activity_id', '=', activity).orderBy('place.label').orderBy('point.id').execute()
}

/** The projects to which an activity may belong today (2026-11-22), and the squads that may go on patrol. Two statements. */
export async function choicesFor(db: Reader, today: string) {
  const [projects, squads] = await Promise.all([
    db.selectFrom('project').select(['id', 'name', 'class']).where('community_id', '=', db.community).where('key', 'is', null).where('since', '<=', today)
      .where(eb => eb.or([eb('until', 'is', null), eb('until', '>=', today)])).orderBy('name').execute(),
    db.selectFrom('organisation').select(['id', 'name']).where('community_id', '=', db.community).where('kind', '=', 'team').orderBy('name').execute(),
  ])
  return { projects, squads }
}

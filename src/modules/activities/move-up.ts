// 递补: when a place is free, whoever waits longest and can still come gets it.
import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import { settled } from '#modules/activities/activity.ts'
import { say, which } from '#modules/activities/fields.ts'
import { activityToJoin, postToChange, takenAt } from '#modules/activities/find.ts'
import { isElsewhere, lockVolunteer } from '#modules/activities/fit.ts'
import type { Actor } from '#modules/people/public.ts'

/** Done by the clock: one person, one act, so that each is told by himself. Refused where nobody can move up. */
export const moveUp = action({
  name: 'activities.moveUp',
  summary: say('summaryMoveUp'),
  input: z.strictObject({ id: which, post: which }),
  subject: async (db, input, _actor: Actor) => {
    const activity = await activityToJoin(db, input.id)
    const post = await postToChange(db, input.id, input.post)
    return { activity, post, next: await nextAt(db, post) }
  },
  refuse: (_actor, { activity, next }) => settled(activity) ?? (next ? null : say('nobodyWaits')),
  run: async (db, { subject: { activity, post, next }, now }) => {
    await db.updateTable('activity_helper').set({ waiting: false, moved_up_at: now.toString() })
      .where('community_id', '=', db.community).where('id', '=', next?.id ?? 0).execute()
    return { subject: `activities/${activity.id}`, answer: { id: activity.id }, facts: { post: post.id, person: next?.person_id } }
  },
})

async function nextAt(db: Reader, post: { id: number, number: number, from_at: Temporal.Instant, until_at: Temporal.Instant }) {
  if ((await takenAt(db, post.id)).taken >= post.number) return undefined
  const waiting = await db.selectFrom('activity_helper').select(['id', 'person_id'])
    .where('community_id', '=', db.community).where('post_id', '=', post.id).where('left_at', 'is', null).where('waiting', '=', true)
    .orderBy('signed_at').orderBy('id').execute()
  for (const one of waiting) {
    if (await lockVolunteer(db, one.person_id) && !await isElsewhere(db, one.person_id, post)) return one
  }
  return undefined
}

/** The posts where somebody waits and a place is free. */
export async function postsToFill(db: Reader, now: Temporal.Instant) {
  const helpers = db.selectFrom('activity_helper').select(['post_id', sql<number>`count(*) filter (where not waiting)`.as('taken')])
    .where('community_id', '=', db.community).where('left_at', 'is', null).where('until_at', '>', at(now))
    .groupBy('post_id').having(sql<boolean>`bool_or(waiting)`)
  return db.selectFrom('activity_post as post')
    .innerJoin(helpers.as('held'), join => join.onRef('held.post_id', '=', 'post.id'))
    .innerJoin('activity', join => join.onRef('activity.community_id', '=', 'post.community_id').onRef('activity.id', '=', 'post.activity_id'))
    .select(['post.id as post', 'post.activity_id as id'])
    .where('post.community_id', '=', db.community).where('activity.closed_at', 'is', null)
    .whereRef('held.taken', '<', 'post.number').orderBy('post.id').execute()
}

// 提醒: the day before to the helpers; to the organiser where people are missing, and when the hours wait to be handed over. Each once.
import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import { say, which } from '#modules/activities/fields.ts'
import { activityToChange } from '#modules/activities/find.ts'
import type { Actor } from '#modules/people/public.ts'

/** A day before it begins. */
const AHEAD = { hours: 24 }
/** How long after its end the organiser has to close it. */
const AFTER = { hours: 12 }

/** tomorrow: to whoever has a place. short: a post lacks people. close: it is over, somebody came, and nobody closed it. */
export const REMINDERS = ['tomorrow', 'short', 'close'] as const

/** Done by the clock. Refused where it is not due, or was told. */
export const remindOfActivity = action({
  name: 'activities.remind',
  summary: say('summaryRemind'),
  input: z.strictObject({ id: which, what: z.enum(REMINDERS) }),
  subject: async (db, input, _actor: Actor, { now }) => {
    const { id } = await activityToChange(db, input.id)
    return { id, due: (await remindersDue(db, now, id)).some(one => one.what === input.what) }
  },
  refuse: (_actor, { due }) => due ? null : say('nothingDue'),
  run: async (db, { subject: { id }, input, now }) => {
    await db.insertInto('activity_reminder').values({ community_id: db.community, activity_id: id, what: input.what, told_at: now.toString() }).execute()
    return { subject: `activities/${id}`, answer: { id }, facts: { to: input.what } }
  },
})

/** What is due and was not told; of one activity, or of all. */
export async function remindersDue(db: Reader, now: Temporal.Instant, only?: number) {
  const rows = await db.selectFrom('activity').select(eb => [
    'activity.id',
    sql<boolean>`activity.begins_at > ${at(now)} and exists (${helpers(db)} and not helper.waiting)`.as('tomorrow'),
    sql<boolean>`activity.begins_at > ${at(now)} and exists (${eb.selectFrom('activity_post as post').select('post.id')
      .whereRef('post.community_id', '=', 'activity.community_id').whereRef('post.activity_id', '=', 'activity.id')
      .where(sql<boolean>`post.number > (select count(*) from activity_helper helper where helper.community_id = post.community_id
        and helper.post_id = post.id and helper.left_at is null and not helper.waiting)`)})`.as('short'),
    sql<boolean>`activity.ends_at <= ${at(now.subtract(AFTER))} and exists (${helpers(db)} and helper.arrived_at is not null)`.as('close'),
    sql<string[]>`array(select what from activity_reminder told where told.community_id = activity.community_id and told.activity_id = activity.id)`.as('told'),
  ]).where('activity.community_id', '=', db.community).where('called_off_at', 'is', null).where('closed_at', 'is', null)
    .where('activity.begins_at', '<=', at(now.add(AHEAD))).$if(only !== undefined, one => one.where('activity.id', '=', only ?? 0)).orderBy('activity.id').execute()
  return rows.flatMap(row => REMINDERS.filter(what => row[what] && !row.told.includes(what)).map(what => ({ id: row.id, what })))
}

function helpers(db: Reader) {
  return sql`select 1 from activity_helper helper join activity_post post on post.community_id = helper.community_id and post.id = helper.post_id
    where helper.community_id = ${db.community} and post.activity_id = activity.id and helper.left_at is null`
}

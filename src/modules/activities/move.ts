// 改时间: an activity and its posts move together; whoever is elsewhere then gives up his place, and everybody is told.
import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { mayNotMove } from '#modules/activities/activity.ts'
import { clock, day, say, which } from '#modules/activities/fields.ts'
import { activityToChange } from '#modules/activities/find.ts'
import { checkAhead, momentOf, zoneOf } from '#modules/activities/span.ts'
import type { Actor } from '#modules/people/public.ts'

export const moveActivityInput = z.strictObject({ id: which, on: day, from: clock('from') })

/** Its length stays. Throws Invalid. */
export const moveActivity = action({
  name: 'activities.move',
  summary: say('summaryMove'),
  input: moveActivityInput,
  subject: (db, input, _actor: Actor) => activityToChange(db, input.id),
  refuse: mayNotMove,
  run: async (db, { subject: { id, begins_at, ends_at }, input, now }) => {
    const begins = momentOf(input.on, input.from, await zoneOf(db))
    checkAhead(begins, now)
    const later = begins.epochMilliseconds - begins_at.epochMilliseconds
    const clashes = await giveUpPlaces(db, await helpersElsewhere(db, id, later), now)
    await movePosts(db, id, later)
    await db.updateTable('activity').set(eb => ({
      begins_at: begins.toString(), ends_at: ends_at.add({ milliseconds: later }).toString(), changes: eb('changes', '+', 1), changed_at: now.toString(),
    })).where('community_id', '=', db.community).where('id', '=', id).execute()
    return { subject: `activities/${id}`, answer: { id, clashes }, facts: { begins: begins.toString(), clashes } }
  },
})

async function helpersElsewhere(db: Reader, activity: number, later: number): Promise<number[]> {
  const shift = sql`${later} * interval '1 millisecond'`
  const posts = db.selectFrom('activity_post').select('id').where('community_id', '=', db.community).where('activity_id', '=', activity)
  const rows = await db.selectFrom('activity_helper as helper').select('helper.id')
    .where('helper.community_id', '=', db.community).where('helper.post_id', 'in', posts).where('helper.left_at', 'is', null).where('helper.waiting', '=', false)
    .where(eb => eb.exists(eb.selectFrom('activity_helper as other').select('other.id').where('other.community_id', '=', db.community)
      .whereRef('other.person_id', '=', 'helper.person_id').where('other.left_at', 'is', null).where('other.waiting', '=', false).where('other.post_id', 'not in', posts)
      .where(sql<boolean>`tstzrange(other.from_at, other.until_at) && tstzrange(helper.from_at + ${shift}, helper.until_at + ${shift})`)))
    .execute()
  return rows.map(row => row.id)
}

async function giveUpPlaces(db: Writer, helpers: readonly number[], now: Temporal.Instant): Promise<number> {
  if (helpers.length > 0) {
    await db.updateTable('activity_helper').set({ left_at: now.toString(), left_why: 'clash' })
      .where('community_id', '=', db.community).where('id', 'in', helpers).execute()
  }
  return helpers.length
}

// The foremost first, in the direction of the move: so nobody who has two posts one after the other stands at both for a moment.
async function movePosts(db: Writer, activity: number, later: number): Promise<void> {
  const posts = await db.selectFrom('activity_post').select(['id', 'from_at', 'until_at']).where('community_id', '=', db.community).where('activity_id', '=', activity)
    .orderBy('from_at', later > 0 ? 'desc' : 'asc').execute()
  for (const { id, from_at, until_at } of posts) {
    await db.updateTable('activity_post')
      .set({ from_at: from_at.add({ milliseconds: later }).toString(), until_at: until_at.add({ milliseconds: later }).toString() })
      .where('community_id', '=', db.community).where('id', '=', id).execute()
  }
}

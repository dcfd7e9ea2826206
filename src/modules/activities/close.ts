// 收尾: how many were reached at each post; the time that people served goes to be approved by somebody else.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { Refused } from '#kit/errors.ts'
import { mayNotClose } from '#modules/activities/activity.ts'
import { say, which } from '#modules/activities/fields.ts'
import { activityToChange } from '#modules/activities/find.ts'
import { servedBy, type Served } from '#modules/activities/helper.ts'
import { recordServing } from '#modules/hours/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { activitiesText } from '#text/activities.ts'

const reached = z.array(z.strictObject({ post: which, people: z.coerce.number().int().min(0).max(100_000) })).max(100)

export const closeActivityInput = z.strictObject({ id: which, reached: reached.default([]).meta({ label: say('reached'), wrong: say('reachedWrong') }) })

/** Once it is over and nobody is there any more. Throws Invalid, and Refused while somebody's time is not known. */
export const closeActivity = action({
  name: 'activities.close',
  summary: say('summaryClose'),
  input: closeActivityInput,
  subject: (db, input, _actor: Actor) => activityToChange(db, input.id),
  refuse: mayNotClose,
  run: async (db, { subject: activity, input, actor, now }) => {
    const posts = await postsWithReached(db, activity.id, input.reached)
    const helped = await whoHelped(db, activity.id)
    const open = helped.filter(({ served }) => served === null).length
    if (open > 0) throw new Refused(lang => activitiesText(lang).stillThere(open))
    const about = { ...activity, recordedBy: actor.personId, now }
    let servings = 0
    for (const post of posts) servings += await recordPost(db, about, post, helped.filter(one => one.post_id === post.id))
    await forgetAbsent(db, posts.map(post => post.id))
    await db.updateTable('activity').set({ closed_at: now.toString(), changed_at: now.toString() })
      .where('community_id', '=', db.community).where('id', '=', activity.id).execute()
    return { subject: `activities/${activity.id}`, answer: { id: activity.id, servings }, facts: { servings, helpers: helped.length } }
  },
})

async function postsWithReached(db: Writer, activity: number, said: readonly { post: number, people: number }[]) {
  const posts = await db.selectFrom('activity_post').select('id').where('community_id', '=', db.community).where('activity_id', '=', activity).orderBy('id').execute()
  const people = new Map(said.map(one => [one.post, one.people]))
  if (posts.some(({ id }) => !people.has(id))) throw invalid([{ field: 'reached', reason: say('reachedWrong') }])
  for (const { id } of posts) {
    await db.updateTable('activity_post').set({ reached: people.get(id) ?? 0 }).where('community_id', '=', db.community).where('id', '=', id).execute()
  }
  return posts.map(({ id }) => ({ id, reached: people.get(id) ?? 0 }))
}

/** Everybody who came, with what he served; null where nobody knows when he left. */
export async function whoHelped(db: Reader, activity: number) {
  const rows = await db.selectFrom('activity_helper').innerJoin('activity_post as post', join => join.onRef('post.community_id', '=', 'activity_helper.community_id')
    .onRef('post.id', '=', 'activity_helper.post_id'))
    .select(['activity_helper.id', 'post_id', 'person_id', 'activity_helper.from_at', 'activity_helper.until_at', 'waiting', 'arrived_at', 'gone_at', 'minutes'])
    .where('activity_helper.community_id', '=', db.community).where('post.activity_id', '=', activity).where('left_at', 'is', null).where('arrived_at', 'is not', null)
    .orderBy('activity_helper.id').execute()
  return rows.map(row => ({ ...row, served: servedBy(row) }))
}

type Helped = Awaited<ReturnType<typeof whoHelped>>

// Who did not come, or signed off, is nobody's business any more.
async function forgetAbsent(db: Writer, posts: readonly number[]): Promise<void> {
  await db.deleteFrom('activity_helper').where('community_id', '=', db.community).where('post_id', 'in', [0, ...posts]).where('arrived_at', 'is', null).execute()
}

interface About {
  id: number
  project_id: number
  place_id: number | null
  recordedBy: number | null
  now: Temporal.Instant
}

/**
 * Puts a post's time down to be approved. What was checked at both ends and what somebody wrote down are two servings: each says truly how it is
 * known. Who was reached counts once.
 */
export async function recordPost(db: Writer, { id, project_id, place_id, recordedBy, now }: About, post: { id: number, reached: number }, helped: Helped): Promise<number> {
  const served = helped.flatMap(({ person_id, served }) => served && served.minutes > 0 ? [{ person: person_id, ...served }] : [])
  const parts = [served.filter(one => one.checked), served.filter(one => !one.checked)].filter(part => part.length > 0)
  for (const [i, people] of parts.entries()) {
    await recordServing(db, {
      project: project_id, about: `activities/${id}`, placeId: place_id, served: i === 0 ? post.reached : 0, proof: people[0]?.checked ? 'checked' : 'written',
      ...spanOf(people, now), recordedBy, now, people,
    })
  }
  return parts.length
}

function spanOf(people: readonly Served[], now: Temporal.Instant): { began: Temporal.Instant, ended: Temporal.Instant } {
  const began = people.map(one => one.began).toSorted(Temporal.Instant.compare).at(0) ?? now
  const ended = people.map(one => one.ended).toSorted(Temporal.Instant.compare).at(-1) ?? now
  return { began, ended }
}

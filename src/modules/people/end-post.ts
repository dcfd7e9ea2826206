// 卸任: a post ends on a day. It is never deleted; who held what and when stays for all to see.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { Actor } from '#modules/people/actor.ts'
import { dateOf } from '#modules/people/person.ts'
import { lacks } from '#modules/people/refusal.ts'
import { placeById } from '#modules/places/public.ts'
import { personText } from '#text/people.ts'
import { postsText } from '#text/posts.ts'

export const endPostInput = z.strictObject({
  post: z.coerce.number().int().positive().meta({ control: 'hidden' }),
  until: dateOf.meta({ label: lang => postsText(lang).lastDay, wrong: lang => postsText(lang).lastDayWrong, control: 'date' }),
})

/** Ends a post after the day `until`. The community is never left without a secretary. */
export const endPost = action({
  name: 'people.endPost',
  summary: lang => personText(lang).summaryEndPost,
  input: endPostInput,
  subject: async (db, input, _actor: Actor) => {
    await db.selectFrom('community').select('id').where('id', '=', db.community).forNoKeyUpdate().executeTakeFirstOrThrow()
    return postToEnd(db, input.post)
  },
  refuse: (actor, post) => lacks(actor, 'appoint', post.place)
    ?? (post.until !== null ? lang => postsText(lang).endedAlready : null)
    ?? (post.secretaries.length === 1 && post.secretaries[0] === post.id ? lang => postsText(lang).lastSecretary : null),
  run: async (db, { subject: post, input }) => {
    if (input.until < post.since) throw invalid([{ field: 'until', reason: lang => postsText(lang).lastDayWrong }])
    await db.updateTable('post').set({ until: input.until }).where('community_id', '=', db.community).where('id', '=', post.id).execute()
    return { subject: `people/${post.person_id}`, answer: { id: post.id }, facts: { kind: post.kind, until: input.until } }
  },
})

/** The post with its place, and the posts of secretary over the whole community that have no last day. */
export async function postToEnd(db: Reader, id: number) {
  const post = await db.selectFrom('post').select(['id', 'person_id', 'kind', 'since', 'until', 'place_id'])
    .where('community_id', '=', db.community).where('id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound(lang => postsText(lang).notHere))
  const secretaries = await db.selectFrom('post')
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'post.community_id')
      .onRef('organisation.id', '=', 'post.organisation_id'))
    .select('post.id').where('post.community_id', '=', db.community).where('post.kind', '=', 'secretary').where('post.until', 'is', null)
    .where('post.place_id', 'is', null).where('post.grid_id', 'is', null).where('organisation.place_id', 'is', null).execute()
  return { ...post, secretaries: secretaries.map(one => one.id), place: post.place_id === null ? null : await placeById(db, post.place_id) }
}

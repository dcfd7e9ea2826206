// A worker keeps a view of the queue under a name: tomorrow it is one tap.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
import { filterIn, queryOf } from '#modules/matters/queue-filter.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { queueText } from '#text/queue.ts'

/** As many as fit above a table. */
const MOST = 12

export const saveFilterInput = z.strictObject({
  name: z.string().trim().min(1).max(20).meta({ label: lang => queueText(lang).filterName, wrong: lang => queueText(lang).filterNameWrong }),
  query: z.string().max(1000).meta({ control: 'hidden' }),
})

/** Keeps a view for oneself; the same name again is that view from now on. Only what a queue understands is kept of the query. */
export const saveFilter = action({
  name: 'matters.saveFilter',
  summary: lang => queueText(lang).summarySaveFilter,
  input: saveFilterInput,
  subject: (db, _input, actor: Actor) => savedFilters(db, actor),
  refuse: mayNotSaveFilter,
  run: async (db, { subject: saved, input: { name, query }, actor }) => {
    if (saved.length >= MOST && !saved.some(one => one.name === name)) throw invalid([{ field: 'name', reason: lang => queueText(lang).tooManyFilters(MOST) }])
    const asked = queryOf(filterIn(new URLSearchParams(query)))
    const { id } = await db.insertInto('saved_filter').values({ community_id: db.community, person_id: actor.personId ?? 0, name, query: asked })
      .onConflict(same => same.columns(['community_id', 'person_id', 'name']).doUpdateSet({ query: asked }))
      .returning('id').executeTakeFirstOrThrow()
    return { subject: `filters/${id}`, answer: { id } }
  },
})

/** Whoever holds a post has a queue, and so may keep views of it. */
export function mayNotSaveFilter(actor: Actor): Said | null {
  return signedOut(actor) ?? (actor.posts.length > 0 ? null : lang => queueText(lang).onlyPosts)
}

/** The views that the actor kept, by name. */
export async function savedFilters(db: Reader, actor: Actor) {
  return db.selectFrom('saved_filter').select(['id', 'name', 'query'])
    .where('community_id', '=', db.community).where('person_id', '=', actor.personId ?? 0).orderBy('name').execute()
}

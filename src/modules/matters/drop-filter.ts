// A view of the queue that its owner no longer wants.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { NotFound } from '#kit/errors.ts'
import { mayNotSaveFilter, savedFilters } from '#modules/matters/save-filter.ts'
import type { Actor } from '#modules/people/public.ts'
import { queueText } from '#text/queue.ts'

/** Removes one of the actor's own views. */
export const dropFilter = action({
  name: 'matters.dropFilter',
  summary: lang => queueText(lang).summaryDropFilter,
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  subject: async (db, input, actor: Actor) => {
    const filter = (await savedFilters(db, actor)).find(({ id }) => id === input.id)
    if (!filter) throw new NotFound(lang => queueText(lang).noSuchFilter)
    return filter
  },
  refuse: mayNotSaveFilter,
  run: async (db, { subject: filter }) => {
    await db.deleteFrom('saved_filter').where('community_id', '=', db.community).where('id', '=', filter.id).execute()
    return { subject: `filters/${filter.id}`, answer: { id: filter.id } }
  },
})

// A word goes off the community's list; its row stays, with who took it off.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { NotFound } from '#kit/errors.ts'
import { lacks, type Actor } from '#modules/people/public.ts'
import { wordText } from '#text/moderation-open.ts'

/** Takes it off. Throws NotFound. */
export const endWord = action({
  name: 'moderation.endWord',
  summary: lang => wordText(lang).summaryEnd,
  input: z.strictObject({ id: z.coerce.number().int().positive().meta({ control: 'hidden' }) }),
  subject: async (db, input, _actor: Actor) => {
    const found = await db.selectFrom('moderation_word').select(['id', 'kind']).where('community_id', '=', db.community)
      .where('id', '=', input.id).where('ended_at', 'is', null).forUpdate().executeTakeFirst()
    if (!found) throw new NotFound(lang => wordText(lang).noSuch)
    return found
  },
  refuse: actor => lacks(actor, 'moderate', null),
  run: async (db, { subject: { id, kind }, actor, now }) => {
    await db.updateTable('moderation_word').set({ ended_by: actor.personId ?? 0, ended_at: now.toString() })
      .where('community_id', '=', db.community).where('id', '=', id).execute()
    return { subject: `moderation-words/${id}`, answer: { id }, facts: { kind } }
  },
})

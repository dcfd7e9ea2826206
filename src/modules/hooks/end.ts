// A program may no longer report: its secret goes, what it reported stays.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { NotFound } from '#kit/errors.ts'
import { mayNotKeepHooks } from '#modules/hooks/may-not.ts'
import type { Actor } from '#modules/people/public.ts'
import { hookText } from '#text/hooks.ts'

/** Ends it at once. */
export const endHook = action({
  name: 'hooks.end',
  summary: lang => hookText(lang).summaryEnd,
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  subject: async (db, input, _actor: Actor) => {
    const found = await db.selectFrom('hook').select('id').where('community_id', '=', db.community).where('id', '=', input.id)
      .where('ended_at', 'is', null).forUpdate().executeTakeFirst()
    if (!found) throw new NotFound(lang => hookText(lang).notHere)
    return found
  },
  refuse: mayNotKeepHooks,
  run: async (db, { subject: { id }, now }) => {
    await db.updateTable('hook').set({ ended_at: now.toString(), secret_sealed: '' }).where('community_id', '=', db.community)
      .where('id', '=', id).execute()
    return { subject: `hooks/${id}`, answer: { id } }
  },
})

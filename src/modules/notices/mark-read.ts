// 看过了: what was told of one matter, or everything; what was read is sent to nobody any more.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { noticeText } from '#text/notices.ts'

/** Marks the actor's own notices as read: one of them, those of one matter, or up to `upTo` (the newest that was shown), or all. */
export const markRead = action({
  name: 'notices.markRead',
  summary: lang => noticeText(lang).summaryRead,
  input: z.strictObject({ notice: z.coerce.number().int().positive().optional(), matter: z.coerce.number().int().positive().optional(), upTo: z.coerce.number().int().positive().optional() }),
  subject: async (_db, _input, actor: Actor) => actor.personId,
  refuse: signedOut,
  run: async (db, { actor, input, now }) => {
    const read = await db.updateTable('notice').set({ read_at: now.toString() })
      .where('community_id', '=', db.community).where('person_id', '=', actor.personId ?? 0).where('read_at', 'is', null)
      .$if(input.notice !== undefined, one => one.where('id', '=', input.notice ?? 0))
      .$if(input.matter !== undefined, these => these.where('matter_id', '=', input.matter ?? 0))
      .$if(input.upTo !== undefined, these => these.where('id', '<=', input.upTo ?? 0))
      .executeTakeFirst()
    const count = Number(read.numUpdatedRows)
    return { subject: `notices/${actor.personId ?? 0}`, answer: { id: actor.personId ?? 0, read: count, matter: input.matter ?? null }, facts: { read: count } }
  },
})

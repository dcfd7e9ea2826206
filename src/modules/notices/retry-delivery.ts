// 再发一次: by the secretary, once what was wrong is mended.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { NotFound } from '#kit/errors.ts'
import { mayNotSetChannels } from '#modules/notices/add-channel.ts'
import type { Actor } from '#modules/people/public.ts'
import { noticePageText, noticeText } from '#text/notices.ts'

/** Puts what was given up, or waits for its next try, in front again. */
export const retryDelivery = action({
  name: 'notices.retryDelivery',
  summary: lang => noticeText(lang).summaryRetry,
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  subject: async (db, input, _actor: Actor) => {
    const row = await db.selectFrom('delivery').select('id').where('community_id', '=', db.community).where('id', '=', input.id)
      .where('state', 'in', ['failed', 'waiting']).where('claim', 'is', null).forUpdate().executeTakeFirst()
    if (!row) throw new NotFound(lang => noticePageText(lang).noDelivery)
    return row
  },
  refuse: mayNotSetChannels,
  run: async (db, { subject: row, now }) => {
    await db.updateTable('delivery').set({ state: 'waiting', tries: 0, next_at: now.toString(), done_at: null })
      .where('community_id', '=', db.community).where('id', '=', row.id).execute()
    return { subject: 'deliveries', answer: { id: row.id } }
  },
})

// Old deliveries are of no use to anybody: that a person was told stays in his notices.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import type { Actor } from '#modules/people/public.ts'
import { noticeText } from '#text/notices.ts'

const KEPT = Temporal.Duration.from({ hours: 60 * 24 })

/** Done by the clock, never by a person. */
export const sweepDeliveries = action({
  name: 'notices.sweepDeliveries',
  summary: lang => noticeText(lang).summarySweep,
  input: z.strictObject({}),
  subject: async (_db, _input, _actor: Actor) => null,
  refuse: () => null,
  run: async (db, { now }) => {
    const swept = await db.deleteFrom('delivery').where('community_id', '=', db.community)
      .where('state', '<>', 'waiting').where('done_at', '<', at(now.subtract(KEPT))).executeTakeFirst()
    const count = Number(swept.numDeletedRows)
    return { subject: 'deliveries', answer: { id: count }, facts: { count } }
  },
})

/** Whether any delivery is due to go. */
export async function deliveriesToSweep(db: Reader, now: Temporal.Instant): Promise<boolean> {
  const row = await db.selectFrom('delivery').select('id').where('community_id', '=', db.community)
    .where('state', '<>', 'waiting').where('done_at', '<', at(now.subtract(KEPT))).limit(1).executeTakeFirst()
  return row !== undefined
}

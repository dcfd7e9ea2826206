// What was handed over concerns residents: after a month nobody needs it, and it goes.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import type { Actor } from '#modules/people/public.ts'
import { dutyText } from '#text/duty.ts'

/** How long a hand-over note is kept. */
const KEPT = { hours: 24 * 30 }

/** Done by the clock: empties all that are old enough. */
export const sweepNotes = action({
  name: 'duty.sweepNotes',
  summary: lang => dutyText(lang).summarySweepNotes,
  input: z.strictObject({}),
  subject: (db, _input, _actor: Actor, { now }) => someNotesOld(db, now),
  refuse: (_actor, some) => some ? null : lang => dutyText(lang).nothingDue,
  run: async (db, { now }) => {
    const { numUpdatedRows } = await db.updateTable('duty_note').set({ text: '' })
      .where('community_id', '=', db.community).where('text', '<>', '').where('written_at', '<', at(now.subtract(KEPT)))
      .executeTakeFirstOrThrow()
    return { subject: 'duty', answer: { id: db.community }, facts: { notes: Number(numUpdatedRows) } }
  },
})

/** Whether there is anything to empty. */
export async function someNotesOld(db: Reader, now: Temporal.Instant): Promise<boolean> {
  return await db.selectFrom('duty_note').select('turn_id').where('community_id', '=', db.community).where('text', '<>', '')
    .where('written_at', '<', at(now.subtract(KEPT))).limit(1).executeTakeFirst() !== undefined
}

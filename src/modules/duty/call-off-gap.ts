// 这一班不用人了: an open turn is not needed any more.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { mayNotKeep } from '#modules/duty/duty.ts'
import { gapFound } from '#modules/duty/find.ts'
import { which } from '#modules/duty/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { dutyText } from '#text/duty.ts'

/** Calls it off, unless somebody has taken it. */
export const callOffGap = action({
  name: 'duty.callOffGap',
  summary: lang => dutyText(lang).summaryCallOffGap,
  input: z.strictObject({ id: which }),
  subject: (db, input, actor: Actor) => gapFound(db, actor, input.id),
  refuse: (actor, gap) => mayNotKeep(actor, gap) ?? (gap.turn_id === null ? null : lang => dutyText(lang).taken),
  run: async (db, { subject: gap, now }) => {
    await db.updateTable('duty_gap').set({ called_off_at: now.toString() }).where('community_id', '=', db.community).where('id', '=', gap.id).execute()
    return { subject: `duty/${gap.roster_id}`, answer: { id: gap.roster_id }, facts: { gap: gap.id } }
  },
})

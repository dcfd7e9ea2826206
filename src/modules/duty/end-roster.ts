// 停用值班表: a roster ends; what has not begun is called off.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at } from '#kit/db.ts'
import { mayNotKeep } from '#modules/duty/duty.ts'
import { rosterFound } from '#modules/duty/find.ts'
import { which } from '#modules/duty/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { dutyText } from '#text/duty.ts'

/** Ends it. A turn that goes on is served to its end. */
export const endRoster = action({
  name: 'duty.endRoster',
  summary: lang => dutyText(lang).summaryEndRoster,
  input: z.strictObject({ id: which }),
  subject: (db, input, _actor: Actor) => rosterFound(db, input.id, true),
  refuse: mayNotKeep,
  run: async (db, { subject: { id }, now }) => {
    await db.updateTable('duty_roster').set({ ended_at: now.toString() }).where('community_id', '=', db.community).where('id', '=', id).execute()
    await db.updateTable('duty_gap').set({ called_off_at: now.toString() }).where('community_id', '=', db.community)
      .where('roster_id', '=', id).where('turn_id', 'is', null).where('called_off_at', 'is', null).execute()
    const off = await db.updateTable('duty_turn').set({ called_off_at: now.toString() }).where('community_id', '=', db.community)
      .where('roster_id', '=', id).where('called_off_at', 'is', null).where('from_at', '>', at(now)).returning('id').execute()
    return { subject: `duty/${id}`, answer: { id, turns: off.length }, facts: { turns: off.length } }
  },
})

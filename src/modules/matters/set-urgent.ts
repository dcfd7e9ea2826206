// 急不急: somebody must come today, or it can wait; the clock gets another limit and keeps what was used.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { keepTime } from '#modules/clocks/public.ts'
import { matterToMove } from '#modules/matters/find.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { clocksToAllow } from '#modules/matters/time.ts'
import { matterId } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { workText } from '#text/work.ts'

/** Says whether a matter is urgent. */
export const setUrgent = action({
  name: 'matters.setUrgent',
  summary: lang => workText(lang).summarySetUrgent,
  input: z.strictObject({ id: matterId, urgent: z.boolean() }),
  subject: (db, input, actor: Actor) => matterToMove(db, actor, input.id),
  refuse: mayNot.handle,
  run: async (db, { subject: matter, input, now }) => {
    await db.updateTable('matter').set({ urgent: input.urgent }).where('community_id', '=', db.community).where('id', '=', matter.id).execute()
    const changed = matter.urgent !== input.urgent
    const clocks = await keepTime(db, `matters/${matter.id}`, now, changed ? await clocksToAllow(db, { ...matter, urgent: input.urgent }, now) : [])
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { urgent: input.urgent, clocks } }
  },
})

// 继续: what the matter waited for is there, or nobody waits for it any longer.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { keepTime } from '#modules/clocks/public.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { matterId } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { workText } from '#text/work.ts'

/** Lets the clocks of a paused matter run again. */
export const resumeMatter = action({
  name: 'matters.resume',
  summary: lang => workText(lang).summaryResume,
  input: z.strictObject({ id: matterId }),
  subject: (db, input, actor: Actor) => matterToChange(db, actor, input.id),
  refuse: mayNot.resume,
  run: async (db, { subject: matter, now }) => {
    await db.updateTable('matter').set({ paused_at: null, pause_reason: null, waits_for_resident: false })
      .where('community_id', '=', db.community).where('id', '=', matter.id).execute()
    const clocks = await keepTime(db, `matters/${matter.id}`, now, [{ do: 'resume' }])
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { step: matter.step, clocks } }
  },
})

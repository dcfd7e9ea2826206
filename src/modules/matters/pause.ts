// 暂停: the work waits for something outside (parts, permits, weather); no clock runs meanwhile, and everybody sees why.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { keepTime } from '#modules/clocks/public.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { say } from '#modules/matters/say.ts'
import { because, matterId } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { workText } from '#text/work.ts'

export const pauseInput = z.strictObject({ id: matterId, note: because })

/** Stops the clocks of a matter, with the reason for all to see. */
export const pauseMatter = action({
  name: 'matters.pause',
  summary: lang => workText(lang).summaryPause,
  input: pauseInput,
  subject: (db, input, actor: Actor) => matterToChange(db, actor, input.id),
  refuse: mayNot.pause,
  run: async (db, { subject: matter, input, actor, now }) => {
    await db.updateTable('matter').set({ paused_at: now.toString(), pause_reason: input.note })
      .where('community_id', '=', db.community).where('id', '=', matter.id).execute()
    await say(db, { matter: matter.id, kind: 'pause', step: matter.step, text: input.note, by: actor.personId, now })
    const clocks = await keepTime(db, `matters/${matter.id}`, now, [{ do: 'pause' }])
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { step: matter.step, clocks } }
  },
})

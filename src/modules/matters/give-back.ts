// 退回: whoever was asked says why it is not for him; it waits for the next one, and its clock goes on.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { keepTime } from '#modules/clocks/public.ts'
import { matterToMove } from '#modules/matters/find.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { say } from '#modules/matters/say.ts'
import { WHOLE } from '#modules/matters/time.ts'
import { because, matterId } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { workText } from '#text/work.ts'

export const giveBackInput = z.strictObject({ id: matterId, note: because })

/** Gives a matter back, with the reason on its trail. */
export const giveBackMatter = action({
  name: 'matters.giveBack',
  summary: lang => workText(lang).summaryGiveBack,
  input: giveBackInput,
  subject: (db, input, actor: Actor) => matterToMove(db, actor, input.id),
  refuse: mayNot.giveBack,
  run: async (db, { subject: matter, input, actor, now }) => {
    await db.updateTable('matter').set({ lead_id: null, lead_organisation_id: null, accepted_at: null })
      .where('community_id', '=', db.community).where('id', '=', matter.id).execute()
    await say(db, { matter: matter.id, kind: 'return', step: matter.step, text: input.note, by: actor.personId, now })
    const chain = [...matter.method.chain]
    const clocks = await keepTime(db, `matters/${matter.id}`, now, [{ do: 'chain', name: matter.step, chain }, { do: 'chain', name: WHOLE, chain }])
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { step: matter.step, clocks } }
  },
})

// 回一句: the raiser answers, by account or by receipt, and the clocks run again.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { keepTime } from '#modules/clocks/public.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { receiptSubject } from '#modules/matters/matter.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { say, wordCauses } from '#modules/matters/say.ts'
import { matterId, receiptCode, words } from '#modules/matters/words.ts'
import { takeTurn } from '#modules/moderation/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { workText } from '#text/work.ts'

export const answerInput = z.strictObject({ id: matterId, receipt: receiptCode, text: words(lang => workText(lang).answer) })

/** Answers what was asked. A pause that somebody made with a reason of his own stays. */
export const answerQuestion = action({
  name: 'matters.answer',
  summary: lang => workText(lang).summaryAnswer,
  input: answerInput,
  subject: async (db, input, actor: Actor, { secrets }) => {
    const hasReceipt = input.receipt === secrets.receipt(receiptSubject(db.community, input.id))
    return { hasReceipt, matter: await matterToChange(db, actor, input.id, hasReceipt) }
  },
  refuse: (actor, { matter, hasReceipt }) => mayNot.answer(actor, matter, hasReceipt),
  run: async (db, { subject: { matter }, input, actor, limits, from, now }) => {
    await takeTurn(db, { limits, from, now }, actor, 'answer')
    // Those who asked read it in any case; only everybody else waits until somebody has looked.
    const causes = await wordCauses(db, matter, input.text)
    await say(db, { matter: matter.id, kind: 'answer', step: matter.step, text: input.text, by: actor.personId, now, causes })
    const onlyForThis = matter.pause_reason === null
    await db.updateTable('matter').set({ waits_for_resident: false, ...onlyForThis && { paused_at: null } })
      .where('community_id', '=', db.community).where('id', '=', matter.id).execute()
    const clocks = await keepTime(db, `matters/${matter.id}`, now, onlyForThis ? [{ do: 'resume' }] : [])
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { step: matter.step, ...causes.length > 0 && { causes }, clocks } }
  },
})

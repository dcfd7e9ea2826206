// 忘掉: words and people of what ended thirty days ago. Done by the clock.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at } from '#kit/db.ts'
import { KEPT } from '#modules/errands/errand.ts'
import type { Actor } from '#modules/people/public.ts'
import { errandText } from '#text/errands.ts'

/** Thirty days after the end: the words and the people go, where it was becomes the estate, the figures stay. */
export const forgetErrands = action({
  name: 'errands.forget',
  summary: lang => errandText(lang).summaryForget,
  input: z.strictObject({}),
  subject: async (_db, _input, _actor: Actor) => null,
  refuse: () => null,
  run: async (db, { now }) => {
    const gone = await db.updateTable('errand').set(eb => ({
      text: null, asked_for: null, words: null, thanks: null, by_id: null, taken_by: null, place_id: eb.ref('estate_id'), forgotten_at: now.toString(),
    })).where('community_id', '=', db.community).where('forgotten_at', 'is', null).where('ended_at', '<=', at(now.subtract(KEPT))).returning('id').execute()
    return { subject: 'errands', answer: { id: gone.length, forgotten: gone.length }, facts: { forgotten: gone.length } }
  },
})

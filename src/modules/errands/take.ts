// 我来: the first who takes it has it, exactly one.
import { action } from '#kit/action.ts'
import { nextAt } from '#modules/errands/errand.ts'
import { takeInput } from '#modules/errands/fields.ts'
import { errandToChange } from '#modules/errands/find.ts'
import { mayNot } from '#modules/errands/may-not.ts'
import { endSwaps } from '#modules/errands/swaps.ts'
import type { Actor } from '#modules/people/public.ts'
import { errandText } from '#text/errands.ts'

/** Takes it, for oneself; everybody after the first is told that somebody has it. */
export const takeErrand = action({
  name: 'errands.take',
  summary: lang => errandText(lang).summaryTake,
  input: takeInput,
  subject: (db, input, actor: Actor) => errandToChange(db, actor, input.id),
  refuse: mayNot.take,
  run: async (db, { subject: errand, input: { id, words }, actor, now }) => {
    await db.updateTable('errand')
      .set({ taken_by: actor.personId, taken_at: now.toString(), words: words || null, next_at: nextAt({ ...errand, taken_by: actor.personId }) })
      .where('community_id', '=', db.community).where('id', '=', id).execute()
    await endSwaps(db, id, now)
    return { subject: `errands/${id}`, answer: { id }, facts: { person: errand.by_id, reach: errand.reach } }
  },
})

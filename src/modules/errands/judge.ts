// 看一眼: what holds listed words, or was pointed at, is shown or taken off the board.
import { action } from '#kit/action.ts'
import { nextAt } from '#modules/errands/errand.ts'
import { judgeInput } from '#modules/errands/fields.ts'
import { errandToChange } from '#modules/errands/find.ts'
import { mayNot } from '#modules/errands/may-not.ts'
import type { Actor } from '#modules/people/public.ts'
import { errandText } from '#text/errands.ts'

/** Shows it or takes it off the board; its author and whoever took it still see it. */
export const judgeErrand = action({
  name: 'errands.judge',
  summary: lang => errandText(lang).summaryJudge,
  input: judgeInput,
  subject: (db, input, actor: Actor) => errandToChange(db, actor, input.id),
  refuse: mayNot.judge,
  run: async (db, { subject: errand, input: { id, verdict } }) => {
    await db.updateTable('errand').set({ standing: verdict, next_at: nextAt({ ...errand, standing: verdict }) })
      .where('community_id', '=', db.community).where('id', '=', id).execute()
    return { subject: `errands/${id}`, answer: { id }, facts: { to: verdict, person: errand.by_id } }
  },
})

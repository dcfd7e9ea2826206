// 办好了: whoever took it says that it is done and how long it took; the asker confirms.
import { action } from '#kit/action.ts'
import { finishInput } from '#modules/errands/fields.ts'
import { errandToChange } from '#modules/errands/find.ts'
import { mayNot } from '#modules/errands/may-not.ts'
import type { Actor } from '#modules/people/public.ts'
import { errandText } from '#text/errands.ts'

/** Says it; counts nothing until the asker confirms. */
export const finishErrand = action({
  name: 'errands.finish',
  summary: lang => errandText(lang).summaryFinish,
  input: finishInput,
  subject: (db, input, actor: Actor) => errandToChange(db, actor, input.id),
  refuse: mayNot.finish,
  run: async (db, { subject: errand, input: { id, minutes }, now }) => {
    await db.updateTable('errand').set({ finished_at: now.toString(), finished_minutes: minutes })
      .where('community_id', '=', db.community).where('id', '=', id).execute()
    return { subject: `errands/${id}`, answer: { id }, facts: { person: errand.by_id, minutes } }
  },
})

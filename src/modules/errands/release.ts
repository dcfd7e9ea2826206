// 来不了了: whoever took it gives it back, and it is open again for others.
import { action } from '#kit/action.ts'
import { oneInput } from '#modules/errands/fields.ts'
import { errandToChange } from '#modules/errands/find.ts'
import { mayNot } from '#modules/errands/may-not.ts'
import { freeAgain, undoSwap } from '#modules/errands/swaps.ts'
import type { Actor } from '#modules/people/public.ts'
import { errandText } from '#text/errands.ts'

/** Gives it back. Of a swap the other half becomes free too, unless it is done: nothing is owed. */
export const releaseErrand = action({
  name: 'errands.release',
  summary: lang => errandText(lang).summaryRelease,
  input: oneInput,
  subject: (db, input, actor: Actor) => errandToChange(db, actor, input.id),
  refuse: mayNot.release,
  run: async (db, { subject: errand, now }) => {
    await freeAgain(db, errand)
    await undoSwap(db, errand, now)
    return { subject: `errands/${errand.id}`, answer: { id: errand.id }, facts: { person: errand.by_id } }
  },
})

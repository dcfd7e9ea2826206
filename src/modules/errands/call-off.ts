// 不用了: the asker, or whoever offered, calls it off.
import { action } from '#kit/action.ts'
import { ended } from '#modules/errands/ended.ts'
import { oneInput } from '#modules/errands/fields.ts'
import { errandToChange } from '#modules/errands/find.ts'
import { mayNot } from '#modules/errands/may-not.ts'
import { endSwaps, undoSwap } from '#modules/errands/swaps.ts'
import type { Actor } from '#modules/people/public.ts'
import { errandText } from '#text/errands.ts'

/** Calls it off; whoever took it is told. What an offer took along stays with whoever offered it: it is an ask of its own. */
export const callOffErrand = action({
  name: 'errands.callOff',
  summary: lang => errandText(lang).summaryCallOff,
  input: oneInput,
  subject: (db, input, actor: Actor) => errandToChange(db, actor, input.id),
  refuse: mayNot.callOff,
  run: async (db, { subject: errand, now }) => {
    await ended(db, errand.id, 'called_off', now)
    await undoSwap(db, errand, now)
    await endSwaps(db, errand.id, now)
    return { subject: `errands/${errand.id}`, answer: { id: errand.id }, facts: { person: errand.taken_by } }
  },
})

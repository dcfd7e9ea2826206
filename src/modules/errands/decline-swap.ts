// 不换: either of the two says no, as long as not both said yes.
import { action } from '#kit/action.ts'
import { oneInput } from '#modules/errands/fields.ts'
import { agreed, swapToChange } from '#modules/errands/find-swap.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { errandText } from '#text/errands.ts'

/** Says no; the other is told, both wants stay as they are. `id`: of the swap. */
export const declineSwap = action({
  name: 'errands.declineSwap',
  summary: lang => errandText(lang).summaryDecline,
  input: oneInput,
  subject: (db, input, actor: Actor) => swapToChange(db, actor, input.id),
  refuse: (actor, swap) => signedOut(actor) ?? (swap.ended_at !== null || agreed(swap) ? lang => errandText(lang).swapOver : null),
  run: async (db, { subject: swap, actor, now }) => {
    await db.updateTable('errand_swap').set({ ended_at: now.toString() }).where('community_id', '=', db.community).where('id', '=', swap.id).execute()
    const other = swap.first.by_id === actor.personId ? swap.second : swap.first
    return { subject: `errands/${swap.first_id}`, answer: { id: swap.id }, facts: { swap: swap.id, person: other.by_id } }
  },
})

// 换: each of the two says yes; with the second yes both wants are taken in the same moment, or neither.
import { action } from '#kit/action.ts'
import type { Writer } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
import { nextAt } from '#modules/errands/errand.ts'
import { oneInput } from '#modules/errands/fields.ts'
import { agreed, swapToChange, type Swap } from '#modules/errands/find-swap.ts'
import { endSwaps } from '#modules/errands/swaps.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { errandText } from '#text/errands.ts'

/** Says yes. `id`: of the swap. */
export const agreeSwap = action({
  name: 'errands.agreeSwap',
  summary: lang => errandText(lang).summaryAgree,
  input: oneInput,
  subject: (db, input, actor: Actor) => swapToChange(db, actor, input.id),
  refuse: mayNotAgree,
  run: async (db, { subject: swap, actor, now }) => {
    const mine = swap.first.by_id === actor.personId ? 'first_agreed_at' : 'second_agreed_at'
    const other = mine === 'first_agreed_at' ? swap.second : swap.first
    await db.updateTable('errand_swap').set({ [mine]: now.toString() }).where('community_id', '=', db.community).where('id', '=', swap.id).execute()
    const both = swap[mine === 'first_agreed_at' ? 'second_agreed_at' : 'first_agreed_at'] !== null
    if (both) await takeBoth(db, swap, now)
    return { subject: `errands/${swap.first_id}`, answer: { id: swap.id, both }, facts: { swap: swap.id, person: other.by_id, ...both && { to: 'both' } } }
  },
})

/** Why the actor may not say yes, or null. */
function mayNotAgree(actor: Actor, swap: Swap, now: Temporal.Instant): Said | null {
  const over = swap.ended_at !== null || agreed(swap) || [swap.first, swap.second].some(one =>
    one.ended_at !== null || one.taken_by !== null || Temporal.Instant.compare(one.until_at, now) <= 0)
  return signedOut(actor) ?? (over ? lang => errandText(lang).swapOver : null)
}

async function takeBoth(db: Writer, { first, second }: Swap, now: Temporal.Instant): Promise<void> {
  for (const [errand, by] of [[first, second.by_id], [second, first.by_id]] as const) {
    await db.updateTable('errand').set({ taken_by: by, taken_at: now.toString(), swapped: true, next_at: nextAt({ ...errand, taken_by: by }) })
      .where('community_id', '=', db.community).where('id', '=', errand.id).execute()
    await endSwaps(db, errand.id, now)
  }
}

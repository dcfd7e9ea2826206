// What becomes of a swap when one of its two wants changes: it falls through as a whole, and nothing is owed.
import type { Writer } from '#kit/db.ts'
import { nextAt } from '#modules/errands/errand.ts'
import type { ErrandFound } from '#modules/errands/find.ts'

type Freed = Pick<ErrandFound, 'id' | 'side' | 'made_at' | 'until_at' | 'reach' | 'standing' | 'ended_at'>

/** Ends the proposals in which this want stands and which were not agreed. */
export async function endSwaps(db: Writer, errandId: number, now: Temporal.Instant): Promise<void> {
  await db.updateTable('errand_swap').set({ ended_at: now.toString() }).where('community_id', '=', db.community).where('ended_at', 'is', null)
    .where(eb => eb.or([eb('first_id', '=', errandId), eb('second_id', '=', errandId)]))
    .where(eb => eb.or([eb('first_agreed_at', 'is', null), eb('second_agreed_at', 'is', null)])).execute()
}

/** Open again, as if nobody had taken it. */
export async function freeAgain(db: Writer, errand: Freed): Promise<void> {
  await db.updateTable('errand')
    .set({ taken_by: null, taken_at: null, words: null, swapped: false, offer_id: null, next_at: nextAt({ ...errand, taken_by: null }) })
    .where('community_id', '=', db.community).where('id', '=', errand.id).execute()
}

/** Lets go of the other half too, unless it is done. */
export async function undoSwap(db: Writer, { id, swapped }: Pick<ErrandFound, 'id' | 'swapped'>, now: Temporal.Instant): Promise<void> {
  if (!swapped) return
  const swap = await db.updateTable('errand_swap').set({ ended_at: now.toString() }).where('community_id', '=', db.community).where('ended_at', 'is', null)
    .where(eb => eb.or([eb('first_id', '=', id), eb('second_id', '=', id)])).returning(['first_id', 'second_id']).executeTakeFirstOrThrow()
  const other = await db.selectFrom('errand').selectAll().where('community_id', '=', db.community)
    .where('id', '=', swap.first_id === id ? swap.second_id : swap.first_id).where('ended_at', 'is', null).where('finished_at', 'is', null)
    .forUpdate().executeTakeFirst()
  if (other) await freeAgain(db, other)
}

// Finds a swap for one of the two whom it concerns.
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { errandByClock } from '#modules/errands/find.ts'
import type { Actor } from '#modules/people/public.ts'
import { errandText } from '#text/errands.ts'

export type Swap = Awaited<ReturnType<typeof swapToChange>>

/** To act on: first both wants are locked, the lower number first, as whoever takes or proposes does, then the swap. Throws NotFound. */
export async function swapToChange(db: Reader, actor: Actor, id: number) {
  const found = await db.selectFrom('errand_swap').select(['first_id', 'second_id']).where('community_id', '=', db.community).where('id', '=', id)
    .executeTakeFirstOrThrow(noSwap)
  const first = await errandByClock(db, found.first_id)
  const second = await errandByClock(db, found.second_id)
  if (actor.personId === null || ![first.by_id, second.by_id].includes(actor.personId)) throw noSwap()
  const swap = await db.selectFrom('errand_swap').selectAll().where('community_id', '=', db.community).where('id', '=', id)
    .forUpdate().executeTakeFirstOrThrow(noSwap)
  return { ...swap, first, second }
}

function noSwap(): NotFound {
  return new NotFound(lang => errandText(lang).noSwap)
}

/** Whether both said yes. */
export function agreed(swap: Pick<Swap, 'first_agreed_at' | 'second_agreed_at'>): boolean {
  return swap.first_agreed_at !== null && swap.second_agreed_at !== null
}

// What is due now: errands to tell further or to end, and what is old enough to be forgotten.
import { at, type Reader } from '#kit/db.ts'
import { KEPT, nextOf, REACHES, type Errand } from '#modules/errands/errand.ts'

/** The errands with which the clock does something now, and whether it tells them further. */
export async function errandsDue(db: Reader, now: Temporal.Instant): Promise<{ id: number, widens: boolean }[]> {
  const rows = await db.selectFrom('errand').selectAll().where('community_id', '=', db.community).where('next_at', '<=', at(now))
    .orderBy('next_at').limit(500).execute()
  return rows.map(row => ({ id: row.id, widens: widens(row, now) }))
}

/** Whether something is old enough to be forgotten. */
export async function errandsToForget(db: Reader, now: Temporal.Instant): Promise<boolean> {
  const found = await db.selectFrom('errand').select('id').where('community_id', '=', db.community).where('forgotten_at', 'is', null)
    .where('ended_at', '<=', at(now.subtract(KEPT))).limit(1).executeTakeFirst()
  return found !== undefined
}

/** Whether the clock does something with it now. */
export function isDue(errand: Errand, now: Temporal.Instant): boolean {
  const next = nextOf(errand)
  return next !== null && Temporal.Instant.compare(next, now) <= 0
}

/** Whether it is told further; past its time nobody is asked any more, even where the clock stood still for an hour. */
export function widens(errand: Errand, now: Temporal.Instant): boolean {
  return errand.side === 'ask' && errand.taken_by === null && errand.standing === 'shown' && errand.reach < REACHES.length
    && Temporal.Instant.compare(errand.until_at, now) > 0
}

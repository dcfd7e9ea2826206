// Erasing oneself, as far as it reaches into orders: what was asked for ends, what others were to serve is offered anew; the figures stay.
import { sql } from 'kysely'
import type { Writer } from '#kit/db.ts'

/**
 * Ends his orders and consents and takes their words and addresses; gives back what he had taken; takes the words of his ratings, logs and reasons.
 * Whoever had taken one of his is told by the clock. What he entered as a worker, or ordered by a mandate, stays that one's for whom he did.
 */
export async function eraseInOrders(db: Writer, personId: number, now: Temporal.Instant): Promise<void> {
  const at = now.toString()
  await db.updateTable('order_consent').set({ withdrawn_at: at, withdrawn_how: 'self', withdrawn_by: personId })
    .where('community_id', '=', db.community).where('person_id', '=', personId).where('withdrawn_at', 'is', null).execute()
  await endOwn(db, personId, at)
  const dates = () => db.updateTable('order_date').where('community_id', '=', db.community)
  await dates().set({ state: 'open', person_id: null, taken_at: null, instead_of: personId, untaken_at: null }).where('person_id', '=', personId).where('state', '=', 'taken').execute()
  await dates().set({ log: null }).where('person_id', '=', personId).execute()
  await dates().set({ off_why: null }).where(eb => eb.or([eb('off_by', '=', personId), eb('instead_of', '=', personId)])).execute()
  await dates().set({ rating: null }).where('rated_by', '=', personId).execute()
}

async function endOwn(db: Writer, personId: number, at: string): Promise<void> {
  const own = db.selectFrom('menu_order').select('id').where('community_id', '=', db.community).where(eb => eb.or([
    eb('person_id', '=', personId),
    eb.and([eb('ordered_by', '=', personId), eb('entered', '=', false), eb.or([eb('needs_consent', '=', true), eb('person_id', 'is', null)])]),
  ]))
  const dates = () => db.updateTable('order_date').where('community_id', '=', db.community).where('order_id', 'in', own)
  await dates().set({ log: null, seen: null, off_why: null }).execute()
  await dates().set({ state: 'off', held_until: null }).where('state', 'in', ['queued', 'held', 'open']).execute()
  await db.updateTable('menu_order').set({ words: null, named: null, place_id: null, ended_why: null, ended_at: sql`coalesce(ended_at, ${at}::timestamptz)`, forgotten_at: at })
    .where('community_id', '=', db.community).where('id', 'in', own).execute()
}

// An order that came to its end by itself: once, and its one date is over; or again and again, and the last is.
import type { OrderRepeat } from '#db/tables.ts'
import type { Writer } from '#kit/db.ts'
import { localDay } from '#modules/people/public.ts'

/** Ends it where nothing of it is to come any more. */
export async function settle(db: Writer, order: { id: number, repeat: OrderRepeat, until: string | null, ended_at: Temporal.Instant | null }, now: Temporal.Instant): Promise<void> {
  if (order.ended_at !== null) return
  const today = await localDay(db, now)
  const comesAgain = order.repeat !== 'once' && (order.until === null || order.until > today)
  if (comesAgain) return
  await db.updateTable('menu_order').set({ ended_at: now.toString() }).where('community_id', '=', db.community).where('id', '=', order.id)
    .where(eb => eb.not(eb.exists(eb.selectFrom('order_date').select('order_date.id').where('order_date.community_id', '=', db.community)
      .where('order_date.order_id', '=', order.id).where('order_date.state', 'in', ['queued', 'held', 'open', 'taken', 'begun', 'served'])))).execute()
}

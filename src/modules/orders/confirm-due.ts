// 三天自己确认: whoever was served said nothing for three days; the page says that nobody confirmed it. Done by the clock.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import { confirmed } from '#modules/orders/confirm.ts'
import { say, which, whichDate } from '#modules/orders/fields.ts'
import { orderByClock } from '#modules/orders/find.ts'
import type { Actor } from '#modules/people/public.ts'

/** How long whoever was served has to say that something is wrong. */
const BY_ITSELF = Temporal.Duration.from({ hours: 72 })

/** Confirms it; refused before its time, and where it was confirmed. */
export const confirmDue = action({
  name: 'orders.confirmDue',
  summary: say('summaryConfirmDue'),
  input: z.strictObject({ id: which, date: whichDate }),
  subject: async (db, input, _actor: Actor) => {
    const order = await orderByClock(db, input.id)
    const date = await db.selectFrom('order_date').selectAll().where('community_id', '=', db.community).where('order_id', '=', order.id).where('id', '=', input.date)
      .forUpdate().executeTakeFirstOrThrow()
    return { order, date }
  },
  refuse: (_actor, { date }, now) => date.state === 'served' && date.finished_at && Temporal.Instant.compare(date.finished_at.add(BY_ITSELF), now) <= 0
    ? null : say('notServed'),
  run: async (db, { subject: { order, date }, now }) => {
    await confirmed(db, { order, date, how: 'by_itself', by: null }, now)
    return { subject: `orders/${order.id}`, answer: { id: order.id }, facts: { date: date.id } }
  },
})

/** The dates for which three days are over. */
export async function datesToConfirm(db: Reader, now: Temporal.Instant): Promise<{ id: number, date: number }[]> {
  return db.selectFrom('order_date').select(['order_id as id', 'id as date']).where('community_id', '=', db.community)
    .where('state', '=', 'served').where('finished_at', '<=', at(now.subtract(BY_ITSELF))).orderBy('id').limit(200).execute()
}

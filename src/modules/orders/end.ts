// 结束: whoever ordered, is served, or answers for it ends an order; what is to come is called off.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Writer } from '#kit/db.ts'
import { say, which, words } from '#modules/orders/fields.ts'
import { orderToChange } from '#modules/orders/find.ts'
import { mayNot } from '#modules/orders/order.ts'
import { lockItem, offerNext } from '#modules/orders/room.ts'
import { zoneOf } from '#modules/orders/zone.ts'
import type { Actor } from '#modules/people/public.ts'

export const endOrderInput = z.strictObject({ id: which, why: words(say('why')) })

/** Ends it with a reason. */
export const endOrder = action({
  name: 'orders.end',
  summary: say('summaryEnd'),
  input: endOrderInput,
  subject: (db, input, actor: Actor) => orderToChange(db, actor, input.id),
  refuse: mayNot.end,
  run: async (db, { subject: order, input, actor, now }) => {
    const takers = await endDates(db, order, { by: actor.personId, why: input.why }, now)
    return { subject: `orders/${order.id}`, answer: { id: order.id }, facts: { takers } }
  },
})

/** Calls off what is to come and ends the order; answers who had taken a date. What comes free goes to whoever waits. */
export async function endDates(db: Writer, order: { id: number, item_id: number, most_a_day: number }, { by, why }: { by: number | null, why: string | null }, now: Temporal.Instant): Promise<number[]> {
  await lockItem(db, order.item_id)
  const ended = await db.selectFrom('order_date').select(['id', 'state', 'begins_at', 'person_id']).where('community_id', '=', db.community).where('order_id', '=', order.id)
    .where('state', 'in', ['queued', 'held', 'open', 'taken']).execute()
  await db.updateTable('order_date').set({ state: 'off', held_until: null, off_by: by, off_why: why })
    .where('community_id', '=', db.community).where('id', 'in', [0, ...ended.map(({ id }) => id)]).execute()
  await db.updateTable('menu_order').set({ ended_at: now.toString(), ended_why: why }).where('community_id', '=', db.community).where('id', '=', order.id).execute()
  const zone = await zoneOf(db)
  for (const { begins_at } of ended.filter(({ state }) => state !== 'queued')) await offerNext(db, { item: order.item_id, most: order.most_a_day, moment: begins_at, zone }, now)
  return [...new Set(ended.flatMap(({ person_id }) => person_id ?? []))]
}

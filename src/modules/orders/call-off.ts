// 取消一次: one date of an order is called off with a reason; the others stay. So a date of a series is left out.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { say, which, whichDate, words } from '#modules/orders/fields.ts'
import { dateToChange } from '#modules/orders/find.ts'
import { mayNot } from '#modules/orders/order.ts'
import { lockItem, offerNext } from '#modules/orders/room.ts'
import { settle } from '#modules/orders/settle.ts'
import { zoneOf } from '#modules/orders/zone.ts'
import type { Actor } from '#modules/people/public.ts'

export const callOffOrderInput = z.strictObject({ id: which, date: whichDate, why: words(say('why')) })

/** Calls it off; what comes free is offered to whoever waits. */
export const callOffOrder = action({
  name: 'orders.callOff',
  summary: say('summaryCallOff'),
  forOthers: true,
  input: callOffOrderInput,
  subject: (db, input, actor: Actor) => dateToChange(db, actor, input),
  refuse: mayNot.callOff,
  run: async (db, { subject: { order, date }, input, actor, now }) => {
    await db.updateTable('order_date').set({ state: 'off', held_until: null, off_by: actor.personId, off_why: input.why })
      .where('community_id', '=', db.community).where('id', '=', date.id).execute()
    await lockItem(db, order.item_id)
    const next = date.state === 'queued' ? null : await offerNext(db, { item: order.item_id, most: order.most_a_day, moment: date.begins_at, zone: await zoneOf(db) }, now)
    await settle(db, order, now)
    return { subject: `orders/${order.id}`, answer: { id: order.id }, facts: { date: date.id, taker: date.person_id, next: next?.order_id } }
  },
})

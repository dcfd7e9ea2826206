// 排到了: whoever waited says yes to the place that came free, before its time is over.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { isSoon } from '#modules/orders/add-dates.ts'
import { say, which, whichDate } from '#modules/orders/fields.ts'
import { dateToChange } from '#modules/orders/find.ts'
import { mayNot } from '#modules/orders/order.ts'
import type { Actor } from '#modules/people/public.ts'

/** Takes the place: now it is offered to those who fit. */
export const takePlace = action({
  name: 'orders.takePlace',
  summary: say('summaryTakePlace'),
  forOthers: true,
  input: z.strictObject({ id: which, date: whichDate }),
  subject: (db, input, actor: Actor) => dateToChange(db, actor, input),
  refuse: mayNot.takePlace,
  run: async (db, { subject: { order, date }, now }) => {
    await db.updateTable('order_date').set({ state: 'open', held_until: null }).where('community_id', '=', db.community).where('id', '=', date.id).execute()
    return { subject: `orders/${order.id}`, answer: { id: order.id }, facts: { date: date.id, to: isSoon(date.begins_at, now) ? 'soon' : 'offer' } }
  },
})

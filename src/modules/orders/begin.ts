// 到了，开始: whoever comes checks in; from here on the time counts, not the way there (Ministry Order 67).
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { taken } from '#modules/orders/accept.ts'
import { say, which, whichDate } from '#modules/orders/fields.ts'
import { dateToChange } from '#modules/orders/find.ts'
import { mayNot } from '#modules/orders/order.ts'
import type { Actor } from '#modules/people/public.ts'

/** Checks in; also late, where it was already counted as missed. */
export const beginOrder = action({
  name: 'orders.begin',
  summary: say('summaryBegin'),
  input: z.strictObject({ id: which, date: whichDate }),
  subject: (db, input, actor: Actor) => dateToChange(db, actor, input),
  refuse: mayNot.begin,
  run: async (db, { subject: { order, date }, actor, now }) => {
    await taken(db, date.id, { person_id: actor.personId, state: 'begun', began_at: now.toString() })
    return { subject: `orders/${order.id}`, answer: { id: order.id }, facts: { date: date.id } }
  },
})

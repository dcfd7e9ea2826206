// 来不了: whoever had taken a date cannot come; it is offered anew, and the served hear who comes instead.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { say, which, whichDate, words } from '#modules/orders/fields.ts'
import { dateToChange } from '#modules/orders/find.ts'
import { mayNot } from '#modules/orders/order.ts'
import type { Actor } from '#modules/people/public.ts'

export const giveBackInput = z.strictObject({ id: which, date: whichDate, why: words(say('why')) })

/** Gives it back, with a reason for whoever answers for it. */
export const giveBackOrder = action({
  name: 'orders.giveBack',
  summary: say('summaryGiveBack'),
  input: giveBackInput,
  subject: (db, input, actor: Actor) => dateToChange(db, actor, input),
  refuse: mayNot.giveBack,
  run: async (db, { subject: { order, date }, input, actor }) => {
    await db.updateTable('order_date').set({ state: 'open', person_id: null, taken_at: null, instead_of: actor.personId, off_why: input.why, untaken_at: null })
      .where('community_id', '=', db.community).where('id', '=', date.id).execute()
    return { subject: `orders/${order.id}`, answer: { id: order.id }, facts: { date: date.id } }
  },
})

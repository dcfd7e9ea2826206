// 收回同意: as easily as it was given, without a reason; no visit comes any more, and whoever asked learns only that.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { AGREED } from '#modules/orders/agree.ts'
import { endDates } from '#modules/orders/end.ts'
import { picked, say, which } from '#modules/orders/fields.ts'
import { orderToChange } from '#modules/orders/find.ts'
import { mayNot } from '#modules/orders/order.ts'
import type { Actor } from '#modules/people/public.ts'
import { agreedText } from '#text/orders.ts'

export const withdrawInput = z.strictObject({ id: which, how: z.enum(AGREED).default('self').meta(picked(AGREED, say('how'), agreedText)) })

/** Takes it back. */
export const withdrawFromVisits = action({
  name: 'orders.withdraw',
  summary: say('summaryWithdraw'),
  input: withdrawInput,
  subject: (db, input, actor: Actor) => orderToChange(db, actor, input.id),
  refuse: mayNot.withdraw,
  run: async (db, { subject: order, input, actor, now }) => {
    const how = order.consent?.person_id === actor.personId ? 'self' : input.how === 'self' ? 'at_door' : input.how
    await db.updateTable('order_consent').set({ withdrawn_at: now.toString(), withdrawn_how: how, withdrawn_by: actor.personId ?? 0 })
      .where('community_id', '=', db.community).where('order_id', '=', order.id).where('withdrawn_at', 'is', null).execute()
    const takers = await endDates(db, order, { by: null, why: null }, now)
    return { subject: `orders/${order.id}`, answer: { id: order.id }, facts: { how, takers } }
  },
})

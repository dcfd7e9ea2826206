// 同意探望: whoever is to be visited agrees, by his own tap or to a worker at the door or on the phone; only then anything happens.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { oneOf, picked, optional, say, which } from '#modules/orders/fields.ts'
import { orderToChange } from '#modules/orders/find.ts'
import { mayNot, SHARES } from '#modules/orders/order.ts'
import { livesAt } from '#modules/orders/served.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { agreedText, shareText } from '#text/orders.ts'

/** How it was said. */
export const AGREED = ['self', 'at_door', 'by_phone'] as const

export const agreeInput = z.strictObject({
  id: which,
  share: oneOf(SHARES, say('share'), shareText),
  how: z.enum(AGREED).default('self').meta(picked(AGREED, say('how'), agreedText)),
  person: optional(z.coerce.number().int().positive()).meta({ label: say('whoAgreed'), wrong: say('whoWrong') }),
})

/** Agrees, as whoever is to be visited, or as the worker to whom he said so. The dates are made by the clock. */
export const agreeToVisits = action({
  name: 'orders.agree',
  summary: say('summaryAgree'),
  input: agreeInput,
  subject: (db, input, actor: Actor) => orderToChange(db, actor, input.id),
  refuse: mayNot.agree,
  run: async (db, { subject: order, input, actor, now }) => {
    const own = order.person_id === actor.personId
    if (own !== (input.how === 'self')) throw invalid([{ field: 'how', reason: say('howWrong') }])
    const person = order.person_id ?? input.person
    // Whoever gave only a name could not say whom the roster means; the worker at the door can.
    if (person === null || (order.person_id === null && !await livesAt(db, person, order.place_id ?? 0, await localDay(db, now)))) {
      throw invalid([{ field: 'person', reason: say('whoWrong') }])
    }
    await db.updateTable('menu_order').set({ person_id: person }).where('community_id', '=', db.community).where('id', '=', order.id).execute()
    await db.insertInto('order_consent').values({
      community_id: db.community, order_id: order.id, person_id: person, share: input.share, how: input.how, recorded_by: actor.personId ?? 0, given_at: now.toString(),
    }).execute()
    return { subject: `orders/${order.id}`, answer: { id: order.id }, facts: { person, share: input.share, how: input.how } }
  },
})

// 看一看评语: whoever answers for the order looks at words that were held back. The stars count at once.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { say, which, whichDate } from '#modules/orders/fields.ts'
import { dateToChange } from '#modules/orders/find.ts'
import { mayNot } from '#modules/orders/order.ts'
import type { Actor } from '#modules/people/public.ts'

/** Shows the words, or hides them; never those about himself. */
export const judgeRating = action({
  name: 'orders.judgeRating',
  summary: say('summaryJudge'),
  input: z.strictObject({ id: which, date: whichDate, show: z.coerce.string().pipe(z.enum(['yes', 'no'])).meta({ label: say('show') }) }),
  subject: (db, input, actor: Actor) => dateToChange(db, actor, input),
  refuse: (actor, about, now) => mayNot.judge(actor, about, now)
    ?? (about.date.rating_standing === 'screened' || about.date.rating_standing === 'held' ? null : say('nothingHeld'))
    ?? (about.date.person_id === actor.personId || about.date.rated_by === actor.personId ? say('aboutYourself') : null),
  run: async (db, { subject: { order, date }, input: { show } }) => {
    await db.updateTable('order_date').set({ rating_standing: show === 'yes' ? 'shown' : 'hidden' }).where('community_id', '=', db.community).where('id', '=', date.id).execute()
    return { subject: `orders/${order.id}`, answer: { id: order.id }, facts: { date: date.id, shown: show === 'yes' } }
  },
})

// 评一评: whoever was served, or asked for it, says how it was; the stars may be left out, words with listed ones wait for a look.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { standingFor, takeTurn, wordsOf } from '#modules/moderation/public.ts'
import { optional, say, which, whichDate } from '#modules/orders/fields.ts'
import { dateToChange } from '#modules/orders/find.ts'
import { mayNot } from '#modules/orders/order.ts'
import type { Actor } from '#modules/people/public.ts'
import { starText } from '#text/closing.ts'

const choices = Object.fromEntries(([1, 2, 3, 4, 5] as const).map(stars => [stars, (lang: 'zh' | 'en') => starText(lang)[stars]]))

export const rateOrderInput = z.strictObject({
  id: which, date: whichDate,
  stars: optional(z.coerce.number().int().min(1).max(5)).meta({ label: say('stars'), hint: say('starsHint'), wrong: say('chooseOne'), control: 'pick', choices }),
  text: z.string().trim().max(300).default('').meta({ label: say('ratingWords'), hint: say('ratingHint'), control: 'textarea' }),
})

/** Rates it; a second time replaces the first. Throws TooOften. */
export const rateOrder = action({
  name: 'orders.rate',
  summary: say('summaryRate'),
  forOthers: true,
  input: rateOrderInput,
  subject: (db, input, actor: Actor) => dateToChange(db, actor, input),
  refuse: mayNot.rate,
  run: async (db, { subject: { order, date }, input: { stars, text }, actor, limits, from, now }) => {
    if (stars === null && text === '') throw invalid([{ field: 'stars', reason: say('rateSomething') }])
    await takeTurn(db, { limits, from, now }, actor, 'suggest')
    const causes = text === '' ? [] : (await wordsOf(db))(text)
    // What was taken down does not come back in other words unseen.
    const again = date.rating_standing === 'hidden' && text !== ''
    const standing = again ? 'held' : standingFor(causes)
    await db.updateTable('order_date').set({ stars, rating: text || null, rating_standing: standing, rated_by: actor.personId, rated_at: now.toString() })
      .where('community_id', '=', db.community).where('id', '=', date.id).execute()
    const held = standing !== 'shown'
    return { subject: `orders/${order.id}`, answer: { id: order.id, held }, facts: { date: date.id, stars, taker: date.person_id, ...held && { held, causes } } }
  },
})

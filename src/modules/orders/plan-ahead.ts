// 往后排: makes the next dates of what comes again and again, once whoever is visited agreed. Done by the clock.
import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import { addDates, datesMissing } from '#modules/orders/add-dates.ts'
import { say, which } from '#modules/orders/fields.ts'
import { orderByClock } from '#modules/orders/find.ts'
import { waitsForConsent } from '#modules/orders/order.ts'
import type { Actor } from '#modules/people/public.ts'
import { AHEAD } from '#modules/orders/dates.ts'

/** Makes them; refused where nothing is missing. */
export const planAhead = action({
  name: 'orders.planAhead',
  summary: say('summaryPlanAhead'),
  input: z.strictObject({ id: which }),
  subject: async (db, input, _actor: Actor, { now }) => {
    const order = await orderByClock(db, input.id)
    return { order, missing: await datesMissing(db, order, now) }
  },
  refuse: (_actor, { order, missing }) => order.ended_at === null && !waitsForConsent(order) && missing.length > 0 ? null : say('nothingDue'),
  run: async (db, { subject: { order }, now }) => {
    const { first, soon, open, queued } = await addDates(db, order, now)
    return { subject: `orders/${order.id}`, answer: { id: order.id, dates: open + queued }, facts: { date: first, open, queued, to: first === null ? 'queued' : soon ? 'soon' : 'offer' } }
  },
})

/** The orders of which a date within reach may be missing. What has all its dates is left out: it would stand before the others for ever. */
export async function ordersToPlan(db: Reader, now: Temporal.Instant): Promise<number[]> {
  const next = sql`coalesce((select max(order_date.begins_at) from order_date where order_date.community_id = menu_order.community_id and order_date.order_id = menu_order.id)
      + case menu_order.repeat when 'weekly' then 7 when 'fortnightly' then 14 else 28 end * interval '1 day',
    (menu_order.begins_on + menu_order.minute * interval '1 minute') at time zone community.time_zone)`
  const rows = await db.selectFrom('menu_order').innerJoin('community', 'community.id', 'menu_order.community_id').select('menu_order.id')
    .where('menu_order.community_id', '=', db.community).where('menu_order.ended_at', 'is', null)
    .where(eb => eb.or([eb('menu_order.needs_consent', '=', false), eb.exists(eb.selectFrom('order_consent').select('order_consent.id')
      .whereRef('order_consent.community_id', '=', 'menu_order.community_id').whereRef('order_consent.order_id', '=', 'menu_order.id').where('order_consent.withdrawn_at', 'is', null))]))
    .where(sql<boolean>`case menu_order.repeat when 'once'
      then (menu_order.begins_on + menu_order.minute * interval '1 minute') at time zone community.time_zone > ${at(now)}
        and not exists (select from order_date where order_date.community_id = menu_order.community_id and order_date.order_id = menu_order.id)
      else ${next} <= ${at(now.add({ hours: 24 * AHEAD }))}
        and (menu_order.until is null or (menu_order.until >= ${at(now)}::date and (${next} at time zone community.time_zone)::date <= menu_order.until)) end`)
    .orderBy('menu_order.id').limit(500).execute()
  return rows.map(({ id }) => id)
}

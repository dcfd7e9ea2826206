// 到期抹掉: thirty days after an order ended its words and its address go; how often, how long and how good stays.
import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import { say } from '#modules/orders/fields.ts'
import type { Actor } from '#modules/people/public.ts'

const KEPT = Temporal.Duration.from({ hours: 24 * 30 })

/** Done by the clock; refused where nothing is due. */
export const forgetOrders = action({
  name: 'orders.forget',
  summary: say('summaryForget'),
  input: z.strictObject({}),
  subject: (db, _input, _actor: Actor, { now }) => ordersToForget(db, now),
  refuse: (_actor, due) => due.length > 0 ? null : say('nothingDue'),
  run: async (db, { subject: due, now }) => {
    await db.updateTable('menu_order').set({ words: null, named: null, place_id: null, ended_why: null, forgotten_at: now.toString(), ended_at: sql`coalesce(ended_at, ${at(now)})` })
      .where('community_id', '=', db.community).where('id', 'in', due).execute()
    await db.updateTable('order_date').set({ log: null, off_why: null, seen: null }).where('community_id', '=', db.community).where('order_id', 'in', due).execute()
    return { subject: 'orders', answer: { id: due.length }, facts: { orders: due.length } }
  },
})

/** The orders that ended so long ago; those that never began, whose consent never came; and those whose last date is as long past, where nobody ever checked out. */
export async function ordersToForget(db: Reader, now: Temporal.Instant): Promise<number[]> {
  const rows = await db.selectFrom('menu_order').select('id').where('community_id', '=', db.community).where('forgotten_at', 'is', null)
    .where(eb => eb.or([eb('ended_at', '<=', at(now.subtract(KEPT))), eb.and([
      eb('needs_consent', '=', true), eb('ended_at', 'is', null), eb('ordered_at', '<=', at(now.subtract(KEPT))),
      eb.not(eb.exists(eb.selectFrom('order_consent').select('order_consent.id').where('order_consent.community_id', '=', db.community).whereRef('order_consent.order_id', '=', 'menu_order.id'))),
    ]), isLeftOpen(now)])).orderBy('id').limit(500).execute()
  return rows.map(({ id }) => id)
}

function isLeftOpen(now: Temporal.Instant) {
  const past = at(now.subtract(KEPT))
  const dates = sql`select from order_date where order_date.community_id = menu_order.community_id and order_date.order_id = menu_order.id`
  return sql<boolean>`(ended_at is null and (repeat = 'once' or until < ${past}::date) and exists (${dates}) and not exists (${dates} and order_date.ends_at > ${past}))`
}

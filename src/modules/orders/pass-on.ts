// 轮到下一位: a place that came free goes on to who waited longest, where nobody said yes in time. Done by the clock.
import { z } from 'zod'
import { sql } from 'kysely'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import { say, which, whichDate } from '#modules/orders/fields.ts'
import { orderByClock } from '#modules/orders/find.ts'
import { lockItem, offerNext, roomOn } from '#modules/orders/room.ts'
import { settle } from '#modules/orders/settle.ts'
import { zoneOf } from '#modules/orders/zone.ts'
import type { Actor } from '#modules/people/public.ts'

/** Lets go of a place that was not taken in time, and offers what is free on that day. `date`: one that is held or waits there. */
export const passPlaceOn = action({
  name: 'orders.passOn',
  summary: say('summaryPassOn'),
  input: z.strictObject({ id: which, date: whichDate }),
  subject: async (db, input, _actor: Actor) => {
    const order = await orderByClock(db, input.id)
    const date = await db.selectFrom('order_date').selectAll().where('community_id', '=', db.community).where('order_id', '=', order.id).where('id', '=', input.date).forUpdate().executeTakeFirstOrThrow()
    await lockItem(db, order.item_id)
    const day = { item: order.item_id, most: order.most_a_day, moment: date.begins_at, zone: await zoneOf(db) }
    return { order, date, day, room: await roomOn(db, day) }
  },
  refuse: (_actor, { date, room }, now) => isOver(date, now) || (date.state === 'queued' && room > 0) ? null : say('nothingDue'),
  run: async (db, { subject: { order, date, day }, now }) => {
    const over = isOver(date, now)
    if (over) await db.updateTable('order_date').set({ state: 'off', held_until: null }).where('community_id', '=', db.community).where('id', '=', date.id).execute()
    const next = await offerNext(db, day, now)
    if (over) await settle(db, order, now)
    // Whoever is next is told: he is the subject, not the one who let it go.
    return { subject: `orders/${next?.order_id ?? order.id}`, answer: { id: order.id }, facts: { date: next?.id ?? date.id, lapsed: over, to: next ? 'next' : 'lapsed' } }
  },
})

function isOver(date: { state: string, held_until: Temporal.Instant | null, begins_at: Temporal.Instant }, now: Temporal.Instant): boolean {
  if (date.state === 'held') return date.held_until !== null && Temporal.Instant.compare(date.held_until, now) <= 0
  return date.state === 'queued' && Temporal.Instant.compare(date.begins_at, now) <= 0
}

/** The dates that let go of their place or wait for one that is free. */
export async function placesToPass(db: Reader, now: Temporal.Instant): Promise<{ id: number, date: number }[]> {
  return db.selectFrom('order_date')
    .innerJoin('menu_order', join => join.onRef('menu_order.community_id', '=', 'order_date.community_id').onRef('menu_order.id', '=', 'order_date.order_id'))
    .innerJoin('menu_item', join => join.onRef('menu_item.community_id', '=', 'menu_order.community_id').onRef('menu_item.id', '=', 'menu_order.item_id'))
    .innerJoin('community', 'community.id', 'order_date.community_id')
    .select(['menu_order.id', 'order_date.id as date']).where('order_date.community_id', '=', db.community)
    .where(eb => eb.or([
      eb.and([eb('order_date.state', '=', 'held'), eb('order_date.held_until', '<=', at(now))]),
      eb.and([eb('order_date.state', '=', 'queued'), eb('order_date.begins_at', '<=', at(now))]),
      eb.and([eb('order_date.state', '=', 'queued'), eb('order_date.begins_at', '>', at(now.add({ hours: 2 }))), sql<boolean>`(select count(*) from order_date other
        join menu_order theirs on theirs.community_id = other.community_id and theirs.id = other.order_id
        where other.community_id = order_date.community_id and theirs.item_id = menu_item.id and other.state in ('held', 'open', 'taken', 'begun', 'served', 'confirmed')
        and (other.begins_at at time zone community.time_zone)::date = (order_date.begins_at at time zone community.time_zone)::date) < menu_item.most_a_day`]),
    ])).orderBy('order_date.queued_at').limit(200).execute()
}

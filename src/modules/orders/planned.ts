// What stands on a volunteer's own calendar, and on that of whoever is served.
import { at, type Reader } from '#kit/db.ts'
import type { Actor } from '#modules/people/public.ts'

const BACK = { hours: 24 * 30 }

/** The dates that the actor serves or is served at, in order; with neither what it is nor where: a calendar is copied to other companies' computers. */
export async function ordersPlanned(db: Reader, actor: Actor, now: Temporal.Instant) {
  const me = actor.personId ?? 0
  return db.selectFrom('order_date')
    .innerJoin('menu_order', join => join.onRef('menu_order.community_id', '=', 'order_date.community_id').onRef('menu_order.id', '=', 'order_date.order_id'))
    .where('order_date.community_id', '=', db.community).where('order_date.begins_at', '>', at(now.subtract(BACK)))
    .where(eb => eb.or([
      eb.and([eb('order_date.person_id', '=', me), eb('order_date.state', 'in', ['taken', 'begun', 'served', 'confirmed'])]),
      eb.and([eb.or([eb('menu_order.person_id', '=', me), eb('menu_order.ordered_by', '=', me)]), eb('order_date.state', 'in', ['open', 'taken', 'begun', 'served', 'confirmed'])]),
    ]))
    .select(['order_date.id', 'order_date.order_id', 'order_date.begins_at', 'order_date.ends_at', 'order_date.taken_at', 'menu_order.ordered_at'])
    .orderBy('order_date.begins_at').limit(200).execute()
}

export type PlannedOrder = Awaited<ReturnType<typeof ordersPlanned>>[number]

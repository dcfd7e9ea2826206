// Finding an order or one of its dates to change it: locked, and only for whoever may know of it.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { say } from '#modules/orders/fields.ts'
import { able } from '#modules/orders/fitting.ts'
import { hasOrdered, isServed, leads, mayWriteDown, waitsForConsent, type Order } from '#modules/orders/order.ts'
import type { Actor } from '#modules/people/public.ts'

const COLUMNS = [
  'menu_order.id', 'menu_order.item_id', 'menu_order.person_id', 'menu_order.ordered_by', 'menu_order.entered', 'menu_order.needs_consent', 'menu_order.repeat', 'menu_order.begins_on',
  'menu_order.minute', 'menu_order.until', 'menu_order.place_id', 'menu_order.estate_id', 'menu_order.ended_at', 'menu_order.forgotten_at', 'menu_item.kind', 'menu_item.name', 'menu_item.minutes',
  'menu_item.most_a_day', 'menu_item.off_hours', 'menu_item.organisation_id', 'menu_item.project_id',
] as const

/** The order as the rules see it, locked. Throws NotFound. `taking`: also whoever could come on that date may know of it. */
export async function orderToChange(db: Reader, actor: Actor, id: number, taking?: { date: number, today: string }) {
  const row = await orders(db).where('menu_order.id', '=', id).forUpdate('menu_order').executeTakeFirstOrThrow(noOrder)
  const order = asOrder(row)
  if (await seesOrder(db, actor, order) || (taking !== undefined && await couldCome(db, actor, taking.date, taking.today))) return order
  throw noOrder()
}

/** The order and one of its dates, both locked; `today`: also for whoever could come. Throws NotFound. */
export async function dateToChange(db: Reader, actor: Actor, { id, date }: { id: number, date: number }, today?: string) {
  const order = await orderToChange(db, actor, id, today === undefined ? undefined : { date, today })
  const found = await db.selectFrom('order_date').selectAll().where('community_id', '=', db.community).where('order_id', '=', order.id).where('id', '=', date)
    .forUpdate().executeTakeFirstOrThrow(noOrder)
  return { order, date: found }
}

/** An order found by the clock, locked. Throws NotFound. */
export async function orderByClock(db: Reader, id: number) {
  return asOrder(await orders(db).where('menu_order.id', '=', id).forUpdate('menu_order').executeTakeFirstOrThrow(noOrder))
}

export type FoundOrder = Awaited<ReturnType<typeof orderToChange>>
export type FoundDate = Awaited<ReturnType<typeof dateToChange>>['date']

function orders(db: Reader) {
  return db.selectFrom('menu_order')
    .innerJoin('menu_item', join => join.onRef('menu_item.community_id', '=', 'menu_order.community_id').onRef('menu_item.id', '=', 'menu_order.item_id'))
    .leftJoin('place', join => join.onRef('place.community_id', '=', 'menu_order.community_id').onRef('place.id', '=', 'menu_order.place_id'))
    .leftJoin('order_consent', join => join.onRef('order_consent.community_id', '=', 'menu_order.community_id')
      .onRef('order_consent.order_id', '=', 'menu_order.id').on('order_consent.withdrawn_at', 'is', null))
    .where('menu_order.community_id', '=', db.community).select(COLUMNS)
    .select(['place.parent_id', 'place.entrance_id', 'place.building_id', 'order_consent.person_id as agreed_by', 'order_consent.share'])
}

type Row = Awaited<ReturnType<ReturnType<typeof orders>['executeTakeFirstOrThrow']>>

/** The row as the rules see it. */
export function asOrder({ parent_id, entrance_id, building_id, agreed_by, share, ...row }: Row) {
  const place = row.place_id === null ? null : { id: row.place_id, parent_id, entrance_id, building_id, estate_id: row.estate_id }
  return { ...row, place, consent: agreed_by === null || share === null ? null : { person_id: agreed_by, share } } satisfies Order
}

/** Whether the actor may know of the order: whoever asked, is served, comes or came, leads, or may write the consent down. */
export async function seesOrder(db: Reader, actor: Actor, order: Order): Promise<boolean> {
  if (actor.personId === null) return false
  if (hasOrdered(actor, order) || isServed(actor, order) || leads(actor, order)) return true
  if (mayWriteDown(actor, order) && (order.entered || order.needs_consent || order.consent !== null || waitsForConsent(order))) return true
  const came = await db.selectFrom('order_date').select(sql.lit(1).as('one')).where('community_id', '=', db.community).where('order_id', '=', order.id)
    .where('person_id', '=', actor.personId).limit(1).executeTakeFirst()
  return came !== undefined
}

/** Whether the actor is one of those who could come on this date, by what counts today. */
export async function couldCome(db: Reader, actor: Actor, date: number, today: string): Promise<boolean> {
  if (actor.personId === null) return false
  const found = await able(db, today).where('order_date.id', '=', date).where('volunteer.person_id', '=', actor.personId).select('volunteer.id').executeTakeFirst()
  return found !== undefined
}

/** There is no such order for this actor. */
export function noOrder(): NotFound {
  return new NotFound(say('noOrder'))
}

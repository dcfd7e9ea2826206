// 排队: how much room a day has, and who is next when some comes free.
import { sql } from 'kysely'
import { at, type Reader, type Writer } from '#kit/db.ts'

/** How long a place that came free waits for the yes of whoever is next. */
const HELD = Temporal.Duration.from({ hours: 12 })
/** A place is offered to nobody who would have less time than this to answer. */
const LEAST = Temporal.Duration.from({ hours: 1 })

/** Where it is counted: an item with its limit, on the local day of a moment. The item is locked by whoever counts. */
export interface Day {
  readonly item: number
  readonly most: number
  readonly moment: Temporal.Instant
  readonly zone: string
}

/** How many more can be served on that day. */
export async function roomOn(db: Reader, { item, most, moment, zone }: Day): Promise<number> {
  const { n } = await onDay(db, { item, moment, zone }).where('order_date.state', 'in', ['held', 'open', 'taken', 'begun', 'served', 'confirmed'])
    .select(eb => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  return most - n
}

/** Offers what came free on that day to whoever waited longest; his date, or null when nobody waits or nothing is free. */
export async function offerNext(db: Writer, day: Day, now: Temporal.Instant): Promise<{ id: number, order_id: number } | null> {
  if (await roomOn(db, day) < 1) return null
  const next = await onDay(db, day).where('order_date.state', '=', 'queued').where('order_date.begins_at', '>', at(now.add(LEAST).add(LEAST)))
    .select(['order_date.id', 'order_date.order_id', 'order_date.begins_at']).orderBy('order_date.queued_at').orderBy('order_date.id').limit(1)
    // Whoever is just changing his own date is not waited for: two who free places would wait for each other.
    .forUpdate('order_date').skipLocked().executeTakeFirst()
  if (!next) return null
  const latest = next.begins_at.subtract(LEAST)
  const until = Temporal.Instant.compare(now.add(HELD), latest) < 0 ? now.add(HELD) : latest
  await db.updateTable('order_date').set({ state: 'held', held_until: until.toString() }).where('community_id', '=', db.community).where('id', '=', next.id).execute()
  return next
}

/** Locks the item, so that two who count the room of a day count one after the other. */
export async function lockItem(db: Reader, item: number): Promise<void> {
  await db.selectFrom('menu_item').select('id').where('community_id', '=', db.community).where('id', '=', item).forUpdate().execute()
}

function onDay(db: Reader, { item, moment, zone }: Pick<Day, 'item' | 'moment' | 'zone'>) {
  return db.selectFrom('order_date')
    .innerJoin('menu_order', join => join.onRef('menu_order.community_id', '=', 'order_date.community_id').onRef('menu_order.id', '=', 'order_date.order_id'))
    .where('order_date.community_id', '=', db.community).where('menu_order.item_id', '=', item)
    .where(sql<boolean>`(order_date.begins_at at time zone ${zone})::date = (${at(moment)} at time zone ${zone})::date`)
}

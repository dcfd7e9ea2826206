// Makes the dates of an order, as far ahead as dates are made; what is full goes on the waiting list.
import type { OrderRepeat } from '#db/tables.ts'
import { at, type Reader, type Writer } from '#kit/db.ts'
import { datesAhead } from '#modules/orders/dates.ts'
import { lockItem, roomOn } from '#modules/orders/room.ts'
import { zoneOf } from '#modules/orders/zone.ts'

/** What is needed of the order and its item. */
export interface Dated {
  readonly id: number
  readonly item_id: number
  readonly most_a_day: number
  readonly minutes: number
  readonly repeat: OrderRepeat
  readonly begins_on: string
  readonly minute: number
  readonly until: string | null
}

/** The first of the new dates that is offered now, how many are, and how many wait. Making them twice makes them once. */
export async function addDates(db: Writer, order: Dated, now: Temporal.Instant): Promise<{ first: number | null, soon: boolean, open: number, queued: number }> {
  const missing = await datesMissing(db, order, now)
  if (missing.length > 0) await lockItem(db, order.item_id)
  const zone = await zoneOf(db)
  const opened: { id: number, begins: Temporal.Instant }[] = []
  for (const begins of missing) {
    const room = await roomOn(db, { item: order.item_id, most: order.most_a_day, moment: begins, zone })
    const { id } = await db.insertInto('order_date').values({
      community_id: db.community, order_id: order.id, begins_at: begins.toString(), ends_at: begins.add({ minutes: order.minutes }).toString(),
      ...room > 0 ? { state: 'open' } : { state: 'queued', queued_at: now.toString() },
    }).returning('id').executeTakeFirstOrThrow()
    if (room > 0) opened.push({ id, begins })
  }
  const [first] = opened
  return { first: first?.id ?? null, soon: first !== undefined && isSoon(first.begins, now), open: opened.length, queued: missing.length - opened.length }
}

/** The dates of the order that are not there yet. */
export async function datesMissing(db: Reader, order: Dated, now: Temporal.Instant): Promise<Temporal.Instant[]> {
  const ahead = datesAhead(order, await zoneOf(db), now)
  const there = await db.selectFrom('order_date').select('begins_at').where('community_id', '=', db.community).where('order_id', '=', order.id)
    .where('begins_at', '>=', at(now)).execute()
  const known = new Set(there.map(({ begins_at }) => begins_at.epochMilliseconds))
  return ahead.filter(begins => !known.has(begins.epochMilliseconds))
}

/** Whether a date is so near that a day's digest would come too late. */
export function isSoon(begins: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(begins, now.add({ hours: 48 })) < 0
}

// 提醒: the day before, an hour before, when nobody has taken it though its time nears, when nobody came, and when whoever ordered has erased himself. Each once, by the clock.
import { z } from 'zod'
import type { OrderState } from '#db/tables.ts'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import { say, which, whichDate } from '#modules/orders/fields.ts'
import { orderByClock } from '#modules/orders/find.ts'
import { LATE } from '#modules/orders/order.ts'
import { settle } from '#modules/orders/settle.ts'
import type { Actor } from '#modules/people/public.ts'

/** How long before it begins; `untaken`: when the leader hears of it. */
const BEFORE = { day: 24, hour: 1, untaken: 24 } as const
const TIMED = ['day', 'hour', 'untaken', 'missed'] as const
const WHAT = [...TIMED, 'gone'] as const
type Timed = (typeof TIMED)[number]
type What = (typeof WHAT)[number]

const COLUMN = { day: 'told_day_at', hour: 'told_hour_at', untaken: 'untaken_at', missed: 'missed_at' } as const satisfies Record<Timed, string>
const STATES: Readonly<Record<Timed, readonly OrderState[]>> = { day: ['taken'], hour: ['taken'], untaken: ['open'], missed: ['open', 'taken'] }

/** Tells it; refused where it is not due, or was told. What nobody came to is missed; what is left of an order that is forgotten is called off. */
export const remindOfOrder = action({
  name: 'orders.remind',
  summary: say('summaryRemind'),
  input: z.strictObject({ id: which, date: whichDate, what: z.enum(WHAT).meta({ label: say('remindOf') }) }),
  subject: async (db, input, _actor: Actor) => {
    const order = await orderByClock(db, input.id)
    const date = await db.selectFrom('order_date').selectAll().where('community_id', '=', db.community).where('order_id', '=', order.id).where('id', '=', input.date).forUpdate().executeTakeFirstOrThrow()
    return { order, date, what: input.what }
  },
  refuse: (_actor, { order, date, what }, now) => {
    const due = what === 'gone' ? order.forgotten_at !== null && date.state === 'taken' : STATES[what].includes(date.state) && date[COLUMN[what]] === null && isDue(what, date.begins_at, now)
    return due ? null : say('nothingDue')
  },
  run: async (db, { subject: { order, date, what }, now }) => {
    await db.updateTable('order_date').set(what === 'gone' ? { state: 'off' } : { [COLUMN[what]]: now.toString(), ...what === 'missed' && { state: 'missed' as const } })
      .where('community_id', '=', db.community).where('id', '=', date.id).execute()
    if (what === 'missed') await settle(db, order, now)
    return { subject: `orders/${order.id}`, answer: { id: order.id }, facts: { date: date.id, to: what } }
  },
})

function isDue(what: Timed, begins: Temporal.Instant, now: Temporal.Instant): boolean {
  const begun = Temporal.Instant.compare(begins, now) <= 0
  if (what === 'missed') return Temporal.Instant.compare(begins.add(LATE), now) <= 0
  return !begun && Temporal.Instant.compare(begins.subtract({ hours: BEFORE[what] }), now) <= 0
}

interface Due {
  readonly id: number
  readonly date: number
  readonly what: What
}

/** Everything that is due now. Whoever took it within the last day before hears only of the hour; of an order that is gone, at once and of nothing else. */
export async function orderRemindersDue(db: Reader, now: Temporal.Instant): Promise<Due[]> {
  const rows = await db.selectFrom('order_date')
    .innerJoin('menu_order', join => join.onRef('menu_order.community_id', '=', 'order_date.community_id').onRef('menu_order.id', '=', 'order_date.order_id'))
    .selectAll('order_date').select('menu_order.forgotten_at').where('order_date.community_id', '=', db.community).where('order_date.state', 'in', ['open', 'taken'])
    // What was told waits for its time, and must not stand before what was not.
    .where(eb => eb.or([
      eb('menu_order.forgotten_at', 'is not', null), eb('order_date.begins_at', '<=', at(now.subtract(LATE))),
      eb.and([eb('order_date.begins_at', '<=', at(now.add({ hours: 24 }))), eb('order_date.state', '=', 'open'), eb('order_date.untaken_at', 'is', null)]),
      eb.and([eb('order_date.begins_at', '<=', at(now.add({ hours: 24 }))), eb('order_date.state', '=', 'taken'), eb('order_date.told_day_at', 'is', null)]),
      eb.and([eb('order_date.begins_at', '<=', at(now.add({ hours: BEFORE.hour }))), eb('order_date.state', '=', 'taken'), eb('order_date.told_hour_at', 'is', null)]),
    ]))
    .orderBy('order_date.begins_at').orderBy('order_date.id').limit(500).execute()
  return rows.flatMap((row): Due[] => row.forgotten_at !== null ? [{ id: row.order_id, date: row.id, what: 'gone' }]
    : TIMED.filter(what => STATES[what].includes(row.state) && row[COLUMN[what]] === null && isDue(what, row.begins_at, now))
      .filter(what => what !== 'day' || !isDue('hour', row.begins_at, now)).map(what => ({ id: row.order_id, date: row.id, what })))
}

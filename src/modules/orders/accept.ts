// 我来: the first of those who could come takes a date; exactly one does, and nobody is in two places at once.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Writer } from '#kit/db.ts'
import { Conflict } from '#kit/errors.ts'
import { say, which, whichDate } from '#modules/orders/fields.ts'
import { couldCome, dateToChange } from '#modules/orders/find.ts'
import { mayNot } from '#modules/orders/order.ts'
import { localDay, type Actor } from '#modules/people/public.ts'

export const acceptInput = z.strictObject({ id: which, date: whichDate })

/** Takes it. Throws Conflict where whoever takes it is somewhere else then. */
export const acceptOrder = action({
  name: 'orders.accept',
  summary: say('summaryAccept'),
  input: acceptInput,
  subject: async (db, input, actor: Actor, { now }) => {
    const today = await localDay(db, now)
    return { ...await dateToChange(db, actor, input, today), able: await couldCome(db, actor, input.date, today) }
  },
  refuse: (actor, about, now) => mayNot.accept(actor, about, now) ?? (about.able ? null : say('notAble')),
  run: async (db, { subject: { order, date }, actor, now }) => {
    await taken(db, date.id, { person_id: actor.personId, state: 'taken', taken_at: now.toString() })
    const instead = date.instead_of !== null
    return { subject: `orders/${order.id}`, answer: { id: order.id }, facts: { date: date.id, taker: actor.personId, ...instead && { to: 'instead' } } }
  },
})

/** Puts somebody at a date. Throws Conflict where the database says that he is somewhere else then. */
export async function taken(db: Writer, date: number, set: { person_id: number | null, state: 'taken' | 'begun', taken_at?: string, began_at?: string }): Promise<void> {
  await db.updateTable('order_date').set(set).where('community_id', '=', db.community).where('id', '=', date).execute()
    .catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === '23P01') throw new Conflict(say('busyThen'))
      throw error
    })
}

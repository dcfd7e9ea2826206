// 确认: whoever was served says that it was done; a worker does it for who has no phone; after three days it counts by itself.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Writer } from '#kit/db.ts'
import { projectNamed, recordServing } from '#modules/hours/public.ts'
import { say, which, whichDate } from '#modules/orders/fields.ts'
import { dateToChange, type FoundDate, type FoundOrder } from '#modules/orders/find.ts'
import { isServed, mayNot } from '#modules/orders/order.ts'
import { settle } from '#modules/orders/settle.ts'
import type { Actor } from '#modules/people/public.ts'

/** Confirms it; the time served is written down for a second person to approve. */
export const confirmOrder = action({
  name: 'orders.confirm',
  summary: say('summaryConfirm'),
  forOthers: true,
  input: z.strictObject({ id: which, date: whichDate }),
  subject: (db, input, actor: Actor) => dateToChange(db, actor, input),
  refuse: mayNot.confirm,
  run: async (db, { subject: { order, date }, actor, now }) => {
    const how = isServed(actor, order) ? 'served' : 'worker'
    await confirmed(db, { order, date, how, by: actor.personId }, now)
    return { subject: `orders/${order.id}`, answer: { id: order.id }, facts: { date: date.id, how } }
  },
})

/** What is confirmed, how and by whom; null: by the clock. */
interface Confirmed {
  readonly order: FoundOrder
  readonly date: FoundDate
  readonly how: 'served' | 'worker' | 'by_itself'
  readonly by: number | null
}

/** Writes it down, with the time served, which a second person approves. */
export async function confirmed(db: Writer, { order, date, how, by }: Confirmed, now: Temporal.Instant): Promise<void> {
  const [began, ended] = [date.began_at ?? date.begins_at, date.finished_at ?? date.ends_at]
  const serving = await recordServing(db, {
    project: order.project_id ?? await projectNamed(db, order.kind === 'visit' ? 'visits' : 'errands', now),
    // The estate, not the home: who reads the hours need not know who was served.
    about: `orders/${order.id}`, placeId: order.estate_id, served: date.came === 'nobody' ? 0 : 1, proof: how === 'by_itself' ? 'checked' : 'confirmed',
    began, ended, recordedBy: by, now, content: order.name,
    people: date.person_id === null ? [] : [{ person: date.person_id, minutes: Math.ceil((ended.epochMilliseconds - began.epochMilliseconds) / 60_000) }],
  })
  await db.updateTable('order_date').set({ state: 'confirmed', confirmed_at: now.toString(), confirmed_how: how, confirmed_by: by, serving_id: serving })
    .where('community_id', '=', db.community).where('id', '=', date.id).execute()
  await settle(db, order, now)
}

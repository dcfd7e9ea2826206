// 做完了: whoever came checks out; of a visit he says whether somebody was met, what he saw, and a few words; nothing about health.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { picked, say, which, whichDate } from '#modules/orders/fields.ts'
import { dateToChange } from '#modules/orders/find.ts'
import { mayNot } from '#modules/orders/order.ts'
import type { Actor } from '#modules/people/public.ts'
import { cameText, seenText } from '#text/orders.ts'

export const CAME = ['met', 'nobody', 'by_phone'] as const
export const SEEN = ['well', 'needs', 'worried'] as const

/** Whoever forgot to check out did not serve all night. */
const LONGEST = Temporal.Duration.from({ hours: 8 })

/** Words about illness, medicine and findings: what is written of a visit is read by others than doctors (PIPL 28, 29). */
const HEALTH = /病|症|癌|瘤|中风|痴呆|血压|血糖|血脂|体温|心率|药|手术|住院|诊断|抑郁|失禁|残疾|disease|diagnos|dementia|depress|cancer|diabet|insulin|blood pressure|medicine|medication|pills?\b/iu

export const finishInput = z.strictObject({
  id: which, date: whichDate,
  came: z.enum(CAME).optional().meta(picked(CAME, say('came'), cameText)),
  seen: z.enum(SEEN).optional().meta(picked(SEEN, say('seen'), seenText)),
  log: z.string().trim().max(300).default('').meta({ label: say('log'), hint: say('logHint'), control: 'textarea' }),
})

type Finished = z.output<typeof finishInput>

/** Checks out. Somebody to worry about is told at once to whoever answers for it. */
export const finishOrder = action({
  name: 'orders.finish',
  summary: say('summaryFinish'),
  input: finishInput,
  subject: (db, input, actor: Actor) => dateToChange(db, actor, input),
  refuse: mayNot.finish,
  run: async (db, { subject: { order, date }, input, now }) => {
    const visit = order.kind === 'visit'
    const { came, seen } = visit ? looked(input) : { came: null, seen: null }
    const began = date.began_at ?? date.begins_at
    const latest = began.add(LONGEST)
    const finished = Temporal.Instant.compare(now, latest) > 0 ? latest : Temporal.Instant.compare(now, began) > 0 ? now : began.add({ seconds: 1 })
    await db.updateTable('order_date').set({ state: 'served', finished_at: finished.toString(), came, seen, log: visit ? input.log || null : null })
      .where('community_id', '=', db.community).where('id', '=', date.id).execute()
    const to = seen === 'worried' || seen === 'needs' ? seen : visit ? 'visit' : undefined
    return { subject: `orders/${order.id}`, answer: { id: order.id, worried: seen === 'worried' }, facts: { date: date.id, came, to } }
  },
})

function looked({ came, seen, log }: Finished): { came: (typeof CAME)[number], seen: (typeof SEEN)[number] | null } {
  const problems = [
    ...came === undefined ? [{ field: 'came', reason: say('chooseOne') }] : [],
    ...came !== undefined && came !== 'nobody' && seen === undefined ? [{ field: 'seen', reason: say('chooseOne') }] : [],
    ...HEALTH.test(log) ? [{ field: 'log', reason: say('noHealth') }] : [],
  ]
  if (came === undefined || problems.length > 0) throw invalid(problems)
  return { came, seen: came === 'nobody' ? null : seen ?? null }
}

/** Whether words speak of somebody's health. */
export function isAboutHealth(words: string): boolean {
  return HEALTH.test(words)
}

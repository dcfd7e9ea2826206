// Writes down what became of what was sent: arrived, to be tried again later, or given up.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { nextTry } from '#modules/notices/choice.ts'
import type { Actor } from '#modules/people/public.ts'
import { noticeText } from '#text/notices.ts'

const result = z.strictObject({
  id: z.number().int(),
  /** As an Outcome of the kit; void: there was nothing to say any more. */
  how: z.enum(['delivered', 'again', 'never', 'gone', 'void']),
  why: z.string().max(60),
})

/** Done by the clock, never by a person. A result that comes after its claim ran out is left aside: somebody else has it now. */
export const recordDeliveries = action({
  name: 'notices.recordDeliveries',
  summary: lang => noticeText(lang).summaryRecord,
  input: z.strictObject({ claim: z.uuid(), results: z.array(result).max(100) }),
  subject: (db, input, _actor: Actor) => held(db, input.claim),
  refuse: () => null,
  run: async (db, { input, subject: rows, now }) => {
    let sent = 0
    for (const row of rows) {
      const outcome = input.results.find(one => one.id === row.id)
      if (!outcome) continue
      if (outcome.how === 'delivered') sent++
      if (outcome.how === 'gone') await forgetDevice(db, row.device_id)
      await db.updateTable('delivery').set({ claim: null, ...after(outcome, row, now) })
        .where('community_id', '=', db.community).where('id', '=', row.id).execute()
    }
    return { subject: 'deliveries', answer: { id: sent }, facts: { sent, tried: input.results.length } }
  },
})

type Result = z.output<typeof result>

function after({ how, why }: Result, { tries, via }: { tries: number, via: string }, now: Temporal.Instant) {
  const done_at = now.toString()
  if (how === 'delivered') return { state: 'sent' as const, done_at, error: null }
  if (how === 'void' || (how === 'gone' && via === 'push')) return { state: 'void' as const, done_at, error: why || null }
  const next = how === 'again' ? nextTry(tries, now) : null
  return next ? { next_at: next.toString(), error: why } : { state: 'failed' as const, done_at, error: why }
}

function held(db: Reader, claim: string) {
  return db.selectFrom('delivery').select(['id', 'tries', 'via', 'device_id']).where('community_id', '=', db.community)
    .where('claim', '=', claim).where('state', '=', 'waiting').forUpdate().execute()
}

async function forgetDevice(db: Writer, id: number | null): Promise<void> {
  if (id !== null) await db.deleteFrom('notice_device').where('community_id', '=', db.community).where('id', '=', id).execute()
}

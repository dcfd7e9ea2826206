// 求助说过的话: gone a week after its end, and the number with it; the figures stay.
import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import type { Actor } from '#modules/people/public.ts'
import { callText } from '#text/calls.ts'

/** Time enough to raise what was found and to say thanks. */
const AFTER = Temporal.Duration.from({ hours: 7 * 24 })

/** Nobody taps that it is done: a call that no person ended has served its purpose so long after its time. */
const UNENDED = Temporal.Duration.from({ hours: 30 * 24 })

/** Empties what was said, the number and the thanks of calls that ended a week ago, or that were left open for a month. Done by the clock, never by a person. */
export const forgetCalls = action({
  name: 'calls.forget',
  summary: lang => callText(lang).summaryForget,
  input: z.strictObject({}),
  subject: (db, _input, _actor: Actor, { now }) => callsToForget(db, now),
  refuse: (_actor, found) => found ? null : lang => callText(lang).notDue,
  run: async (db, { now }) => {
    const done = await db.updateTable('call').set({ text: '', phone_sealed: null, thanks: '' })
      .where('community_id', '=', db.community).where(isSpent(now)).executeTakeFirst()
    return { subject: 'calls', answer: { id: 0 }, facts: { calls: Number(done.numUpdatedRows) } }
  },
})

/** Whether there is anything to forget. */
export async function callsToForget(db: Reader, now: Temporal.Instant): Promise<boolean> {
  const found = await db.selectFrom('call').select('id').where('community_id', '=', db.community).where(isSpent(now)).limit(1).executeTakeFirst()
  return found !== undefined
}

function isSpent(now: Temporal.Instant) {
  return sql<boolean>`(text <> '' or phone_sealed is not null or thanks <> '')
    and (ended_at < ${at(now.subtract(AFTER))} or (ended_at is null and until_at < ${at(now.subtract(UNENDED))}))`
}

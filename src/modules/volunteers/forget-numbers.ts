// 忘掉号码: a number that waited a week for a call goes, by the clock.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import type { Actor } from '#modules/people/public.ts'
import { say } from '#modules/volunteers/fields.ts'

/** How long a number waits to be called. */
const PATIENCE = { hours: 24 * 7 }

/** Done by the clock, never by a person. */
export const forgetNumbers = action({
  name: 'volunteers.forgetNumbers',
  summary: say('summaryForget'),
  input: z.strictObject({}),
  subject: (db, _input, _actor: Actor, { now }) => numbersToForget(db, now),
  refuse: (_actor, ids) => ids.length > 0 ? null : say('nothingDue'),
  run: async (db, { subject: ids }) => {
    await db.updateTable('call_back').set({ phone_sealed: null }).where('community_id', '=', db.community).where('id', 'in', ids).execute()
    return { subject: 'volunteers', answer: { id: ids.length }, facts: { numbers: ids.length } }
  },
})

/** The requests whose number is due to go. */
export async function numbersToForget(db: Reader, now: Temporal.Instant): Promise<number[]> {
  const rows = await db.selectFrom('call_back').select('id').where('community_id', '=', db.community).where('phone_sealed', 'is not', null)
    .where('asked_at', '<', at(now.subtract(PATIENCE))).limit(1000).execute()
  return rows.map(({ id }) => id)
}

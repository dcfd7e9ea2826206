// 没人值班: a turn is near and still nobody's: leader and secretary are told, once.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import type { Actor } from '#modules/people/public.ts'
import { dutyText } from '#text/duty.ts'

/** How long before it begins: time enough to telephone. */
const NEAR = { hours: 12 }

/** Done by the clock. */
export const alarmOfGap = action({
  name: 'duty.alarm',
  summary: lang => dutyText(lang).summaryAlarm,
  input: z.strictObject({ id: z.number().int().positive() }),
  subject: (db, input, _actor: Actor, { now }) => gapsNear(db, now).where('id', '=', input.id).select(['id', 'roster_id']).forNoKeyUpdate().executeTakeFirst(),
  // Somebody has just taken it, or another process was faster.
  refuse: (_actor, gap) => gap ? null : lang => dutyText(lang).nothingDue,
  run: async (db, { subject: gap, input: { id }, now }) => {
    await db.updateTable('duty_gap').set({ alarmed_at: now.toString() }).where('community_id', '=', db.community).where('id', '=', id).execute()
    return { subject: `duty/${gap?.roster_id}`, answer: { id }, facts: { gap: id } }
  },
})

/** The open turns of which leader and secretary are to be told now. */
export async function gapsToAlarm(db: Reader, now: Temporal.Instant): Promise<number[]> {
  return (await gapsNear(db, now).select('id').orderBy('id').execute()).map(row => row.id)
}

function gapsNear(db: Reader, now: Temporal.Instant) {
  return db.selectFrom('duty_gap').where('community_id', '=', db.community).where('turn_id', 'is', null).where('called_off_at', 'is', null)
    .where('alarmed_at', 'is', null).where('from_at', '<=', at(now.add(NEAR))).where('until_at', '>', at(now))
}

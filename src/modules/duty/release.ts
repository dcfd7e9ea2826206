// 人不在岗: whoever has left his post is no longer on duty; his turns are open to others.
import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import { leaveOpen, takeOff } from '#modules/duty/leave-open.ts'
import { postThere } from '#modules/duty/on-duty.ts'
import type { Actor } from '#modules/people/public.ts'
import { dutyText } from '#text/duty.ts'

/** Done by the clock. */
export const releaseTurn = action({
  name: 'duty.release',
  summary: lang => dutyText(lang).summaryRelease,
  input: z.strictObject({ id: z.number().int().positive() }),
  subject: (db, input, _actor: Actor, { now }) => turnsWithoutPost(db, now).where('duty_turn.id', '=', input.id)
    .select(['duty_turn.id', 'duty_turn.roster_id', 'duty_turn.from_at', 'duty_turn.until_at']).forNoKeyUpdate('duty_turn').executeTakeFirst(),
  refuse: (_actor, turn) => turn ? null : lang => dutyText(lang).nothingDue,
  run: async (db, { subject: turn, input: { id }, now }) => {
    if (turn) {
      await takeOff(db, [turn.id], now)
      await leaveOpen(db, turn.roster_id, [turn], now, turn.id)
    }
    return { subject: `duty/${turn?.roster_id}`, answer: { id }, facts: { turn: id } }
  },
})

/** The turns ahead whose people hold no post there on that day. */
export async function turnsToRelease(db: Reader, now: Temporal.Instant): Promise<number[]> {
  return (await turnsWithoutPost(db, now).select('duty_turn.id').orderBy('duty_turn.id').execute()).map(row => row.id)
}

function turnsWithoutPost(db: Reader, now: Temporal.Instant) {
  return db.selectFrom('duty_turn')
    .innerJoin('duty_roster', join => join.onRef('duty_roster.community_id', '=', 'duty_turn.community_id')
      .onRef('duty_roster.id', '=', 'duty_turn.roster_id'))
    .where('duty_turn.community_id', '=', db.community).where('duty_turn.called_off_at', 'is', null)
    .where('duty_turn.from_at', '>', at(now))
    .where(eb => eb.not(eb.exists(postThere(db, sql.ref('duty_turn.from_at')))))
}

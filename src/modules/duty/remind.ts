// 提醒: whoever is on duty tomorrow hears it with the day's news, and once more an hour before.
import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import { EARLY } from '#modules/duty/duty.ts'
import { dutyText } from '#text/duty.ts'
import type { Actor } from '#modules/people/public.ts'

const LEVELS = ['tomorrow', 'hour'] as const
export type Level = (typeof LEVELS)[number]

const COLUMN = { tomorrow: 'told_day_at', hour: 'told_hour_at' } as const

/** Done by the clock, once for each turn and level. */
export const remindOfTurn = action({
  name: 'duty.remind',
  summary: lang => dutyText(lang).summaryRemind,
  input: z.strictObject({ id: z.number().int().positive(), level: z.enum(LEVELS) }),
  subject: (db, input, _actor: Actor, { now }) => turnsDue(db, input.level, now).where('duty_turn.id', '=', input.id)
    .select(['duty_turn.roster_id', 'duty_turn.person_id']).forNoKeyUpdate('duty_turn').executeTakeFirst(),
  // Another process was faster, or the turn has changed meanwhile.
  refuse: (_actor, turn) => turn ? null : lang => dutyText(lang).nothingDue,
  run: async (db, { subject: turn, input: { id, level }, now }) => {
    await db.updateTable('duty_turn').set({ [COLUMN[level]]: now.toString() }).where('community_id', '=', db.community).where('id', '=', id).execute()
    return { subject: `duty/${turn?.roster_id}`, answer: { id }, facts: { turn: id, person: turn?.person_id, level } }
  },
})

/** The turns of which their people are to be reminded now. */
export async function turnsToRemind(db: Reader, now: Temporal.Instant): Promise<{ id: number, level: Level }[]> {
  const due = await Promise.all(LEVELS.map(async level => (await turnsDue(db, level, now).select('duty_turn.id').orderBy('duty_turn.id').execute()).map(({ id }) => ({ id, level }))))
  return due.flat()
}

function turnsDue(db: Reader, level: Level, now: Temporal.Instant) {
  const dayOf = (moment: ReturnType<typeof sql>) => sql<string>`(${moment} at time zone community.time_zone)::date`
  return db.selectFrom('duty_turn').innerJoin('community', 'community.id', 'duty_turn.community_id')
    .where('duty_turn.community_id', '=', db.community).where('duty_turn.called_off_at', 'is', null)
    .where('duty_turn.from_at', '>', at(now))
    .where(`duty_turn.${COLUMN[level]}`, 'is', null)
    .$if(level === 'hour', soon => soon.where('duty_turn.from_at', '<=', at(now.add(EARLY))))
    .$if(level === 'tomorrow', next => next.where('duty_turn.from_at', '<=', at(now.add({ hours: 48 })))
      .where(dayOf(sql`duty_turn.from_at`), '=', sql<string>`${dayOf(sql`${at(now)}`)} + 1`))
}

// What can be swapped: turns of one team that have not begun, between two people who both belong to it.
import { at, type Reader } from '#kit/db.ts'
import type { Turn } from '#modules/duty/duty.ts'
import { localDay } from '#modules/people/public.ts'

/** Whether this person can be asked to take the turn: he belongs to the team on that day and, where one of his turns is named, has it and it lies ahead. */
export async function isSwappable(
  db: Reader, { organisation_id, from_at }: Pick<Turn, 'organisation_id' | 'from_at'>, wanted: { with: number, forTurn: number | null }, now: Temporal.Instant,
): Promise<boolean> {
  const day = await localDay(db, from_at)
  const member = await db.selectFrom('post').select('id').where('community_id', '=', db.community)
    .where('organisation_id', '=', organisation_id).where('person_id', '=', wanted.with).where('since', '<=', day)
    .where(eb => eb.or([eb('until', 'is', null), eb('until', '>=', day)])).limit(1).executeTakeFirst()
  if (!member || wanted.forTurn === null) return member !== undefined
  const theirs = await turnsAhead(db, organisation_id, now).where('duty_turn.id', '=', wanted.forTurn)
    .where('duty_turn.person_id', '=', wanted.with).select('duty_turn.id').executeTakeFirst()
  return theirs !== undefined
}

/** The turns of a team that have not begun. */
export function turnsAhead(db: Reader, organisation: number, now: Temporal.Instant) {
  return db.selectFrom('duty_turn')
    .innerJoin('duty_roster', join => join.onRef('duty_roster.community_id', '=', 'duty_turn.community_id')
      .onRef('duty_roster.id', '=', 'duty_turn.roster_id'))
    .where('duty_turn.community_id', '=', db.community).where('duty_roster.organisation_id', '=', organisation)
    .where('duty_roster.ended_at', 'is', null).where('duty_turn.called_off_at', 'is', null).where('duty_turn.from_at', '>', at(now))
}

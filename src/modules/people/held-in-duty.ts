// What is held about a person in duty: his turns, leave and swaps that he asked for or was asked, what he handed over, rosters that he began.
import type { ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import { maybeTold, told } from '#kit/json-time.ts'

/** As further columns of the question that asks for everything. */
export function heldInDuty(eb: ExpressionBuilder<DB, 'person'>) {
  return [
    jsonArrayFrom(eb.selectFrom('duty_turn')
      .innerJoin('duty_roster', join => join.onRef('duty_roster.community_id', '=', 'duty_turn.community_id').onRef('duty_roster.id', '=', 'duty_turn.roster_id'))
      .leftJoin('duty_leave', join => join.onRef('duty_leave.community_id', '=', 'duty_turn.community_id').onRef('duty_leave.turn_id', '=', 'duty_turn.id'))
      .leftJoin('duty_note', join => join.onRef('duty_note.community_id', '=', 'duty_turn.community_id').onRef('duty_note.turn_id', '=', 'duty_turn.id'))
      .select(['duty_roster.name as roster', told('duty_turn.from_at').as('at'), told('duty_turn.until_at').as('until'), maybeTold('duty_turn.called_off_at').as('called_off'),
        maybeTold('duty_leave.asked_at').as('asked_leave'), 'duty_note.text as handed_over'])
      .whereRef('duty_turn.community_id', '=', 'person.community_id').whereRef('duty_turn.person_id', '=', 'person.id').orderBy('duty_turn.from_at')).as('turns'),
    jsonArrayFrom(eb.selectFrom('duty_swap').select(['duty_swap.turn_id', 'duty_swap.agreed', told('duty_swap.asked_at').as('at')])
      .whereRef('duty_swap.community_id', '=', 'person.community_id').whereRef('duty_swap.with_id', '=', 'person.id').orderBy('duty_swap.id')).as('swaps_asked'),
    jsonArrayFrom(eb.selectFrom('duty_leave').select(['duty_leave.turn_id', 'duty_leave.granted', maybeTold('duty_leave.answered_at').as('at')])
      .whereRef('duty_leave.community_id', '=', 'person.community_id').whereRef('duty_leave.answered_by', '=', 'person.id').orderBy('duty_leave.id')).as('leave_answered'),
    jsonArrayFrom(eb.selectFrom('duty_note').select(['duty_note.turn_id', maybeTold('duty_note.read_at').as('at')])
      .whereRef('duty_note.community_id', '=', 'person.community_id').whereRef('duty_note.read_by', '=', 'person.id').orderBy('duty_note.turn_id')).as('notes_read'),
    jsonArrayFrom(eb.selectFrom('duty_roster').select(['duty_roster.name', told('duty_roster.made_at').as('at')])
      .whereRef('duty_roster.community_id', '=', 'person.community_id').whereRef('duty_roster.made_by', '=', 'person.id').orderBy('duty_roster.id')).as('rosters_made'),
  ] as const
}

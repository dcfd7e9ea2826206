// What is held about a person at councils: seats, what he asked and spoke about, tasks, and points that were written down for him.
import type { ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import { told } from '#kit/json-time.ts'

/** As further columns of the question that asks for everything. */
export function heldInCouncils(eb: ExpressionBuilder<DB, 'person'>) {
  return [
    jsonArrayFrom(eb.selectFrom('session_seat').innerJoin('council_session', join => join.onRef('council_session.community_id', '=', 'session_seat.community_id').onRef('council_session.id', '=', 'session_seat.session_id'))
      .select(['session_seat.session_id', 'council_session.title', 'session_seat.answer', 'session_seat.stand_in', 'session_seat.name', 'session_seat.came_at', 'session_seat.signed_at'])
      .whereRef('session_seat.community_id', '=', 'person.community_id')
      .where(seat => seat.or([seat('session_seat.person_id', '=', seat.ref('person.id')), seat('session_seat.stand_in_id', '=', seat.ref('person.id'))])).orderBy('session_seat.id')).as('session_seats'),
    jsonArrayFrom(eb.selectFrom('session_speaker').select(['session_speaker.session_id', 'session_speaker.about', told('session_speaker.asked_at').as('at')])
      .whereRef('session_speaker.community_id', '=', 'person.community_id').whereRef('session_speaker.person_id', '=', 'person.id').orderBy('session_speaker.id')).as('session_speeches'),
    jsonArrayFrom(eb.selectFrom('session_question').select(['session_question.session_id', 'session_question.text', 'session_question.answer', told('session_question.asked_at').as('at')])
      .whereRef('session_question.community_id', '=', 'person.community_id').whereRef('session_question.person_id', '=', 'person.id').orderBy('session_question.id')).as('session_questions'),
    jsonArrayFrom(eb.selectFrom('session_point').select(['session_point.session_id', 'session_point.text', told('session_point.written_at').as('at')])
      .whereRef('session_point.community_id', '=', 'person.community_id').whereRef('session_point.said_by', '=', 'person.id').orderBy('session_point.id')).as('session_points'),
    jsonArrayFrom(eb.selectFrom('session_task').select(['session_task.session_id', 'session_task.title', 'session_task.due_on', told('session_task.made_at').as('at')])
      .whereRef('session_task.community_id', '=', 'person.community_id').whereRef('session_task.owner_id', '=', 'person.id').orderBy('session_task.id')).as('session_tasks'),
    jsonArrayFrom(eb.selectFrom('council_seat').innerJoin('council', join => join.onRef('council.community_id', '=', 'council_seat.community_id').onRef('council.id', '=', 'council_seat.council_id'))
      .select(['council.name', 'council_seat.party', told('council_seat.made_at').as('at')])
      .whereRef('council_seat.community_id', '=', 'person.community_id').whereRef('council_seat.person_id', '=', 'person.id').orderBy('council_seat.id')).as('council_seats'),
  ] as const
}

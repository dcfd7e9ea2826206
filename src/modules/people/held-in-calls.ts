// What is held about a person in calls for help: what he called for, for which calls he was asked, and where he went.
import { sql, type ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import { told } from '#kit/json-time.ts'

/** As further columns of the question that asks for everything. A number that was left stays sealed. */
export function heldInCalls(eb: ExpressionBuilder<DB, 'person'>) {
  return [
    jsonArrayFrom(eb.selectFrom('call').select(['call.id', 'call.need', 'call.text', 'call.ended_how', 'call.stars', 'call.thanks', told('call.called_at').as('at')])
      .whereRef('call.community_id', '=', 'person.community_id')
      .where(own => own.or([own('call.caller_id', '=', own.ref('person.id')), own('call.made_by', '=', own.ref('person.id'))])).orderBy('call.id')).as('calls_made'),
    jsonArrayFrom(eb.selectFrom('call_asked').innerJoin('call', join => join.onRef('call.community_id', '=', 'call_asked.community_id').onRef('call.id', '=', 'call_asked.call_id'))
      .select(['call.id', 'call.need', told('call_asked.asked_at').as('at')])
      .whereRef('call_asked.community_id', '=', 'person.community_id').whereRef('call_asked.person_id', '=', 'person.id').orderBy('call.id')).as('calls_asked'),
    jsonArrayFrom(eb.selectFrom('call_helper').innerJoin('call', join => join.onRef('call.community_id', '=', 'call_helper.community_id').onRef('call.id', '=', 'call_helper.call_id'))
      .select(['call.id', 'call.need', told('call_helper.claimed_at').as('at')])
      .whereRef('call_helper.community_id', '=', 'person.community_id')
      .where(own => own.or([own('call_helper.person_id', '=', own.ref('person.id')), own('call_helper.claimed_by', '=', own.ref('person.id'))])).orderBy('call_helper.id')).as('calls_gone_to'),
    jsonArrayFrom(eb.selectFrom('call').select(['call.id', 'call.ended_how', told('call.called_at').as('at')])
      .whereRef('call.community_id', '=', 'person.community_id').whereRef('call.ended_by', '=', 'person.id').orderBy('call.id')).as('calls_ended'),
    jsonArrayFrom(numbersRead(eb)).as('call_numbers_read'),
  ] as const
}

// His number, looked at by who came to him, or by whom he came to. Whoever held only a receipt has no name.
function numbersRead(eb: ExpressionBuilder<DB, 'person'>) {
  const gone = eb.selectFrom('call_helper').select('call_helper.call_id').whereRef('call_helper.community_id', '=', 'person.community_id').whereRef('call_helper.person_id', '=', 'person.id')
  return eb.selectFrom('call')
    .innerJoin('journal', join => join.onRef('journal.community_id', '=', 'call.community_id').on('journal.subject', '=', sql<string>`'calls/' || call.id`))
    .leftJoin('person as looker', join => join.onRef('looker.community_id', '=', 'journal.community_id').onRef('looker.id', '=', 'journal.person_id'))
    .select(['call.need', 'looker.name', told('journal.at').as('at')]).whereRef('call.community_id', '=', 'person.community_id')
    .where(own => own.or([
      own.and([own('call.caller_id', '=', own.ref('person.id')), own('journal.action', '=', 'calls.readPhone')]),
      own.and([own('call.id', 'in', gone), own('journal.action', '=', 'calls.readHelperPhone'), sql<boolean>`journal.facts->>'person' = person.id::text`]),
    ])).orderBy('journal.id', 'desc')
}

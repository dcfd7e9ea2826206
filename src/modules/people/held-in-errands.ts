// What is held about a person in errands among neighbours: what he asked and offered, and what he took.
import type { ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import { told } from '#kit/json-time.ts'

type OfPerson = ExpressionBuilder<DB, 'person'>

/** As further columns of the question that asks for everything. */
export function heldInErrands(eb: OfPerson) {
  return [
    jsonArrayFrom(eb.selectFrom('errand').select(['errand.id', 'errand.side', 'errand.kind', 'errand.text', 'errand.asked_for', 'errand.thanks', told('errand.made_at').as('at')])
      .whereRef('errand.community_id', '=', 'person.community_id').whereRef('errand.by_id', '=', 'person.id').orderBy('errand.id')).as('errands_written'),
    jsonArrayFrom(eb.selectFrom('errand').select(['errand.id', 'errand.kind', 'errand.words', 'errand.finished_minutes', 'errand.minutes', told('errand.taken_at').as('at')])
      .whereRef('errand.community_id', '=', 'person.community_id').whereRef('errand.taken_by', '=', 'person.id').orderBy('errand.id')).as('errands_taken'),
  ] as const
}

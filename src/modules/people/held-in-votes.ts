// What is held about a person in votes of the owners: where he stands on a roll, that he voted and how it was taken, mandates, objections.
import type { ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import { told } from '#kit/json-time.ts'

/** As further columns of the question that asks for everything. What was chosen is not among it: nobody opens a ballot but the count. */
export function heldInVotes(eb: ExpressionBuilder<DB, 'person'>) {
  return [
    jsonArrayFrom(eb.selectFrom('decision_voter')
      .innerJoin('decision', join => join.onRef('decision.community_id', '=', 'decision_voter.community_id').onRef('decision.id', '=', 'decision_voter.decision_id'))
      .select(['decision.id', 'decision.title', 'decision_voter.number', 'decision_voter.area'])
      .whereRef('decision_voter.community_id', '=', 'person.community_id').whereRef('decision_voter.person_id', '=', 'person.id').orderBy('decision.id')).as('rolls'),
    jsonArrayFrom(eb.selectFrom('ballot')
      .innerJoin('decision_voter', join => join.onRef('decision_voter.community_id', '=', 'ballot.community_id')
        .onRef('decision_voter.decision_id', '=', 'ballot.decision_id').onRef('decision_voter.number', '=', 'ballot.number'))
      .select(['ballot.decision_id', 'ballot.channel', told('ballot.cast_at').as('at')])
      .whereRef('ballot.community_id', '=', 'person.community_id').whereRef('decision_voter.person_id', '=', 'person.id').orderBy('ballot.id')).as('votes'),
    jsonArrayFrom(eb.selectFrom('ballot_mandate').select(['ballot_mandate.decision_id', 'ballot_mandate.number', told('ballot_mandate.recorded_at').as('at')])
      .whereRef('ballot_mandate.community_id', '=', 'person.community_id').whereRef('ballot_mandate.agent_id', '=', 'person.id').orderBy('ballot_mandate.id')).as('vote_mandates'),
    jsonArrayFrom(eb.selectFrom('decision_objection').select(['decision_objection.decision_id', 'decision_objection.text', 'decision_objection.answer', told('decision_objection.at').as('at')])
      .whereRef('decision_objection.community_id', '=', 'person.community_id').whereRef('decision_objection.person_id', '=', 'person.id').orderBy('decision_objection.id')).as('vote_objections'),
  ] as const
}

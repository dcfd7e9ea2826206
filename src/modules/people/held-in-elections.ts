// What is held about a person in elections of owners' committees: what he backed, stood for, wrote, and which seats he has.
import type { ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import { told } from '#kit/json-time.ts'

type OfPerson = ExpressionBuilder<DB, 'person'>

/** As further columns of the question that asks for everything. */
export function heldInElections(eb: OfPerson) {
  return [
    jsonArrayFrom(eb.selectFrom('election_backer').select(['election_backer.election_id', 'election_backer.on_paper', told('election_backer.at').as('at')])
      .whereRef('election_backer.community_id', '=', 'person.community_id').whereRef('election_backer.person_id', '=', 'person.id').orderBy('election_backer.at')).as('elections_backed'),
    jsonArrayFrom(eb.selectFrom('election_group').select(['election_group.election_id', 'election_group.party', 'election_group.leads'])
      .whereRef('election_group.community_id', '=', 'person.community_id').whereRef('election_group.person_id', '=', 'person.id').orderBy('election_group.election_id')).as('election_groups'),
    jsonArrayFrom(eb.selectFrom('election_candidate').select(['election_candidate.election_id', 'election_candidate.found', 'election_candidate.about', told('election_candidate.named_at').as('at')])
      .whereRef('election_candidate.community_id', '=', 'person.community_id').whereRef('election_candidate.person_id', '=', 'person.id').orderBy('election_candidate.id')).as('candidacies'),
    jsonArrayFrom(eb.selectFrom('election_member').select(['election_member.election_id', 'election_member.office', 'election_member.since', 'election_member.until', 'election_member.left_why'])
      .whereRef('election_member.community_id', '=', 'person.community_id').whereRef('election_member.person_id', '=', 'person.id').orderBy('election_member.id')).as('committee_seats'),
    jsonArrayFrom(eb.selectFrom('election_objection').select(['election_objection.election_id', 'election_objection.text', 'election_objection.answer', told('election_objection.at').as('at')])
      .whereRef('election_objection.community_id', '=', 'person.community_id').whereRef('election_objection.person_id', '=', 'person.id').orderBy('election_objection.id')).as('election_objections'),
    jsonArrayFrom(eb.selectFrom('election_question').select(['election_question.election_id', 'election_question.text', 'election_question.answer', told('election_question.at').as('at')])
      .whereRef('election_question.community_id', '=', 'person.community_id').whereRef('election_question.person_id', '=', 'person.id').orderBy('election_question.id')).as('election_questions'),
    jsonArrayFrom(eb.selectFrom('election_canvasser').select(['election_canvasser.election_id', 'election_canvasser.building_id', told('election_canvasser.since').as('at')])
      .whereRef('election_canvasser.community_id', '=', 'person.community_id').whereRef('election_canvasser.person_id', '=', 'person.id').orderBy('election_canvasser.since')).as('canvassed'),
    jsonArrayFrom(eb.selectFrom('election_visit').select(['election_visit.election_id', 'election_visit.home_id', 'election_visit.visited_on as on'])
      .whereRef('election_visit.community_id', '=', 'person.community_id').whereRef('election_visit.visited_by', '=', 'person.id').orderBy('election_visit.id')).as('election_visits'),
    jsonArrayFrom(eb.selectFrom('committee_visit').select(['committee_visit.note', 'committee_visit.visited_on as on'])
      .whereRef('committee_visit.community_id', '=', 'person.community_id').whereRef('committee_visit.visited_by', '=', 'person.id').orderBy('committee_visit.id')).as('committee_visits'),
    jsonArrayFrom(eb.selectFrom('recall').select(['recall.member_id', 'recall.reason', told('recall.moved_at').as('at')])
      .whereRef('recall.community_id', '=', 'person.community_id').whereRef('recall.moved_by', '=', 'person.id').orderBy('recall.id')).as('recalls_moved'),
    jsonArrayFrom(eb.selectFrom('recall_backer').select(['recall_backer.recall_id', told('recall_backer.at').as('at')])
      .whereRef('recall_backer.community_id', '=', 'person.community_id').whereRef('recall_backer.person_id', '=', 'person.id').orderBy('recall_backer.at')).as('recalls_backed'),
    jsonArrayFrom(eb.selectFrom('committee_signature').select(['committee_signature.meeting_id', told('committee_signature.signed_at').as('at')])
      .whereRef('committee_signature.community_id', '=', 'person.community_id').whereRef('committee_signature.person_id', '=', 'person.id').orderBy('committee_signature.signed_at')).as('committee_signatures'),
  ] as const
}

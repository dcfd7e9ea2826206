// What is held about a person as a volunteer: what he offers, proved, learnt, which teams he asked, his cards and whom he asked to call back.
import { sql, type ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import { maybeTold, told } from '#kit/json-time.ts'

/** As further columns of the question that asks for everything. */
export function heldInVolunteers(eb: ExpressionBuilder<DB, 'person'>) {
  const volunteer = eb.selectFrom('volunteer').whereRef('volunteer.community_id', '=', 'person.community_id').whereRef('volunteer.person_id', '=', 'person.id')
  return [
    jsonArrayFrom(volunteer.select(['volunteer.about', 'volunteer.age', 'volunteer.most_a_week', 'volunteer.away_until', told('volunteer.joined_at').as('at'),
      sql<boolean>`volunteer.photo is not null`.as('photo'), maybeTold('volunteer.left_at').as('left_at')])).as('volunteering'),
    jsonArrayFrom(volunteer.innerJoin('volunteer_skill', join => join.onRef('volunteer_skill.community_id', '=', 'volunteer.community_id').onRef('volunteer_skill.volunteer_id', '=', 'volunteer.id'))
      .select(['volunteer_skill.skill', 'volunteer_skill.note', 'volunteer_skill.refused_why']).orderBy('volunteer_skill.skill')).as('skills_offered'),
    jsonArrayFrom(volunteer.innerJoin('volunteer_qualification', join => join.onRef('volunteer_qualification.community_id', '=', 'volunteer.community_id')
      .onRef('volunteer_qualification.volunteer_id', '=', 'volunteer.id'))
      .select(['volunteer_qualification.kind', 'volunteer_qualification.number_end', 'volunteer_qualification.valid_until', 'volunteer_qualification.refused_why'])
      .orderBy('volunteer_qualification.id')).as('qualifications'),
    jsonArrayFrom(volunteer.innerJoin('volunteer_policy', join => join.onRef('volunteer_policy.community_id', '=', 'volunteer.community_id').onRef('volunteer_policy.volunteer_id', '=', 'volunteer.id'))
      .select(['volunteer_policy.insurer', 'volunteer_policy.number_end', 'volunteer_policy.since', 'volunteer_policy.until']).orderBy('volunteer_policy.id')).as('policies'),
    jsonArrayFrom(volunteer.innerJoin('volunteer_credit', join => join.onRef('volunteer_credit.community_id', '=', 'volunteer.community_id').onRef('volunteer_credit.volunteer_id', '=', 'volunteer.id'))
      .select(['volunteer_credit.kind', 'volunteer_credit.what', 'volunteer_credit.given_on', 'volunteer_credit.minutes', 'volunteer_credit.given_by', 'volunteer_credit.asked'])
      .orderBy('volunteer_credit.id')).as('credits'),
    jsonArrayFrom(eb.selectFrom('team_asking').innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'team_asking.community_id').onRef('organisation.id', '=', 'team_asking.organisation_id'))
      .select(['organisation.name', told('team_asking.asked_at').as('at'), 'team_asking.taken']).whereRef('team_asking.community_id', '=', 'person.community_id')
      .whereRef('team_asking.person_id', '=', 'person.id').orderBy('team_asking.id')).as('teams_asked'),
    jsonArrayFrom(volunteer.innerJoin('contact_card', join => join.onRef('contact_card.community_id', '=', 'volunteer.community_id').onRef('contact_card.volunteer_id', '=', 'volunteer.id'))
      .select(['contact_card.offers', 'contact_card.hours', told('contact_card.made_at').as('at'), maybeTold('contact_card.ended_at').as('ended_at')]).orderBy('contact_card.id')).as('contact_cards'),
    jsonArrayFrom(eb.selectFrom('call_back').select([told('call_back.asked_at').as('at'), 'call_back.answer']).whereRef('call_back.community_id', '=', 'person.community_id')
      .whereRef('call_back.person_id', '=', 'person.id').orderBy('call_back.id')).as('called_back'),
  ] as const
}

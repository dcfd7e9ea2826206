// What is held about a person in hours of service: what he served, wrote down, approved, and wished to be corrected.
import { sql, type ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import { told } from '#kit/json-time.ts'

/** As further columns of the question that asks for everything. */
export function heldInHours(eb: ExpressionBuilder<DB, 'person'>) {
  return [
    jsonArrayFrom(eb.selectFrom('serving_share')
      .innerJoin('serving', join => join.onRef('serving.community_id', '=', 'serving_share.community_id').onRef('serving.id', '=', 'serving_share.serving_id'))
      .innerJoin('project', join => join.onRef('project.community_id', '=', 'serving.community_id').onRef('project.id', '=', 'serving.project_id'))
      .select(['serving.id', 'project.name', 'serving.content', 'serving_share.minutes', told('serving_share.began_at').as('at'), sql<boolean>`serving.approved_at is not null`.as('counts')])
      .whereRef('serving_share.community_id', '=', 'person.community_id').whereRef('serving_share.person_id', '=', 'person.id').orderBy('serving.id')).as('hours_served'),
    jsonArrayFrom(eb.selectFrom('hours_posting')
      .innerJoin('hours_entry', join => join.onRef('hours_entry.community_id', '=', 'hours_posting.community_id').onRef('hours_entry.posting_id', '=', 'hours_posting.id'))
      .select(['hours_posting.serving_id', 'hours_entry.minutes', told('hours_posting.posted_at').as('at')])
      .whereRef('hours_posting.community_id', '=', 'person.community_id').whereRef('hours_entry.person_id', '=', 'person.id').orderBy('hours_posting.id')).as('hours_posted'),
    jsonArrayFrom(eb.selectFrom('hours_correction')
      .select(['hours_correction.serving_id', 'hours_correction.minutes', 'hours_correction.why', 'hours_correction.answer', told('hours_correction.asked_at').as('at')])
      .whereRef('hours_correction.community_id', '=', 'person.community_id')
      .where(of => of.or((['person_id', 'asked_by', 'answered_by'] as const).map(column => of(`hours_correction.${column}`, '=', of.ref('person.id')))))
      .orderBy('hours_correction.id')).as('hours_corrections'),
    jsonArrayFrom(eb.selectFrom('serving').select(['serving.id', 'serving.content', 'serving.quality', 'serving.refused_why', told('serving.recorded_at').as('at')])
      .whereRef('serving.community_id', '=', 'person.community_id')
      .where(of => of.or((['recorded_by', 'approved_by', 'refused_by', 'head_id'] as const).map(column => of(`serving.${column}`, '=', of.ref('person.id')))))
      .orderBy('serving.id')).as('hours_kept'),
    jsonArrayFrom(eb.selectFrom('project').select(['project.id', 'project.name', 'project.since']).whereRef('project.community_id', '=', 'person.community_id')
      .whereRef('project.made_by', '=', 'person.id').orderBy('project.id')).as('projects_made'),
    jsonArrayFrom(eb.selectFrom('star_table').select(['star_table.hours', told('star_table.made_at').as('at')]).whereRef('star_table.community_id', '=', 'person.community_id')
      .whereRef('star_table.made_by', '=', 'person.id').orderBy('star_table.id')).as('star_tables_made'),
  ] as const
}

// What is held about a person in matters and notices: ratings, answers, activities, tasks, views, and how he wants to be told.
import { sql, type ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import { maybeTold, told } from '#kit/json-time.ts'

type OfPerson = ExpressionBuilder<DB, 'person'>

/** As further columns of the question that asks for everything; addresses and keys of devices stay sealed. */
export function heldInMatters(eb: OfPerson) {
  return [
    jsonArrayFrom(eb.selectFrom('matter_rating').select(['matter_rating.matter_id', 'matter_rating.stars', 'matter_rating.text', told('matter_rating.at').as('at')])
      .whereRef('matter_rating.community_id', '=', 'person.community_id').whereRef('matter_rating.person_id', '=', 'person.id').orderBy('matter_rating.id')).as('ratings'),
    jsonArrayFrom(eb.selectFrom('matter_poll_answer').innerJoin('matter_poll', join => join
      .onRef('matter_poll.community_id', '=', 'matter_poll_answer.community_id').onRef('matter_poll.id', '=', 'matter_poll_answer.poll_id'))
      .select(['matter_poll.matter_id', 'matter_poll_answer.answer', 'matter_poll_answer.suggestion', told('matter_poll_answer.at').as('at')])
      .whereRef('matter_poll_answer.community_id', '=', 'person.community_id').whereRef('matter_poll_answer.person_id', '=', 'person.id')).as('answers'),
    jsonArrayFrom(eb.selectFrom('poll_ballot').select(['poll_ballot.poll_id', 'poll_ballot.marks'])
      .whereRef('poll_ballot.community_id', '=', 'person.community_id').whereRef('poll_ballot.person_id', '=', 'person.id').orderBy('poll_ballot.poll_id')).as('ballots'),
    jsonArrayFrom(eb.selectFrom('poll_voter').select(['poll_voter.poll_id', 'poll_voter.taken'])
      .whereRef('poll_voter.community_id', '=', 'person.community_id').whereRef('poll_voter.person_id', '=', 'person.id').orderBy('poll_voter.poll_id')).as('asked_in_polls'),
    jsonArrayFrom(eb.selectFrom('matter_joiner').select(['matter_joiner.matter_id', 'matter_joiner.minutes', told('matter_joiner.joined_at').as('at')])
      .whereRef('matter_joiner.community_id', '=', 'person.community_id').whereRef('matter_joiner.person_id', '=', 'person.id').orderBy('matter_joiner.joined_at')).as('joined'),
    jsonArrayFrom(eb.selectFrom('matter_handler').select(['matter_handler.matter_id', told('matter_handler.asked_at').as('at')])
      .whereRef('matter_handler.community_id', '=', 'person.community_id').whereRef('matter_handler.person_id', '=', 'person.id').orderBy('matter_handler.id')).as('handled'),
    jsonArrayFrom(eb.selectFrom('matter_task').select(['matter_task.matter_id', 'matter_task.title', 'matter_task.due_on', told('matter_task.made_at').as('at')])
      .whereRef('matter_task.community_id', '=', 'person.community_id').whereRef('matter_task.owner_id', '=', 'person.id').orderBy('matter_task.id')).as('tasks'),
    jsonArrayFrom(eb.selectFrom('saved_filter').select(['saved_filter.name', 'saved_filter.query'])
      .whereRef('saved_filter.community_id', '=', 'person.community_id').whereRef('saved_filter.person_id', '=', 'person.id').orderBy('saved_filter.id')).as('filters'),
    jsonArrayFrom(eb.selectFrom('calendar_address').select([told('calendar_address.made_at').as('at')])
      .whereRef('calendar_address.community_id', '=', 'person.community_id').whereRef('calendar_address.person_id', '=', 'person.id')).as('calendar_addresses'),
    jsonArrayFrom(eb.selectFrom('notice_choice').select(['notice_choice.digest_hour', 'notice_choice.quiet_from', 'notice_choice.quiet_until',
      sql<boolean>`notice_choice.mail_sealed is not null`.as('has_mail')])
      .whereRef('notice_choice.community_id', '=', 'person.community_id').whereRef('notice_choice.person_id', '=', 'person.id')).as('notice_choices'),
    jsonArrayFrom(eb.selectFrom('notice_device').select([told('notice_device.made_at').as('at')])
      .whereRef('notice_device.community_id', '=', 'person.community_id').whereRef('notice_device.person_id', '=', 'person.id').orderBy('notice_device.id')).as('notice_devices'),
    jsonArrayFrom(eb.selectFrom('notice_mute').select('notice_mute.matter_id')
      .whereRef('notice_mute.community_id', '=', 'person.community_id').whereRef('notice_mute.person_id', '=', 'person.id')).as('muted'),
    jsonArrayFrom(eb.selectFrom('notice').select(['notice.matter_id', told('notice.at').as('at')])
      .whereRef('notice.community_id', '=', 'person.community_id').whereRef('notice.person_id', '=', 'person.id').orderBy('notice.id')).as('notices'),
    ...heldInPlans(eb),
    ...heldInModeration(eb),
  ] as const
}

// What became of his suggestions, what he shares, what he thinks of keys for his homes, and what he signed; the words stand among his notes.
function heldInPlans(eb: OfPerson) {
  return [
    jsonArrayFrom(eb.selectFrom('plan_suggestion').innerJoin('matter_note', join => join
      .onRef('matter_note.community_id', '=', 'plan_suggestion.community_id').onRef('matter_note.id', '=', 'plan_suggestion.note_id'))
      .select(['plan_suggestion.matter_id', 'plan_suggestion.part', 'plan_suggestion.stance', 'plan_suggestion.fate', 'matter_note.text', told('matter_note.at').as('at')])
      .whereRef('matter_note.community_id', '=', 'person.community_id').whereRef('matter_note.person_id', '=', 'person.id').orderBy('plan_suggestion.note_id')).as('suggestions'),
    jsonArrayFrom(eb.selectFrom('plan_support').select(['plan_support.note_id as suggestion', told('plan_support.at').as('at')])
      .whereRef('plan_support.community_id', '=', 'person.community_id').whereRef('plan_support.person_id', '=', 'person.id').orderBy('plan_support.note_id')).as('supports'),
    jsonArrayFrom(eb.selectFrom('sharing_opinion').select(['sharing_opinion.home_id', 'sharing_opinion.key', 'sharing_opinion.stance', told('sharing_opinion.at').as('at')])
      .whereRef('sharing_opinion.community_id', '=', 'person.community_id').whereRef('sharing_opinion.person_id', '=', 'person.id').orderBy('sharing_opinion.sharing_id')).as('opinions'),
    jsonArrayFrom(eb.selectFrom('sharing_signatory').select(['sharing_signatory.agreement_id', 'sharing_signatory.way', maybeTold('sharing_signatory.signed_at').as('at')])
      .whereRef('sharing_signatory.community_id', '=', 'person.community_id').whereRef('sharing_signatory.person_id', '=', 'person.id').orderBy('sharing_signatory.agreement_id')).as('signed'),
  ] as const
}

// What he wrote that was looked at, what he judged and reported himself, and words that he listed.
function heldInModeration(eb: OfPerson) {
  return [
    jsonArrayFrom(eb.selectFrom('moderation_case').select(['moderation_case.matter_id', 'moderation_case.kind', 'moderation_case.verdict', 'moderation_case.reason',
      'moderation_case.words', 'moderation_case.appeal', told('moderation_case.opened_at').as('at')])
      .whereRef('moderation_case.community_id', '=', 'person.community_id').whereRef('moderation_case.author_id', '=', 'person.id').orderBy('moderation_case.id')).as('looked_over'),
    jsonArrayFrom(eb.selectFrom('moderation_case').select(['moderation_case.matter_id', 'moderation_case.kind', 'moderation_case.verdict', told('moderation_case.opened_at').as('at')])
      .whereRef('moderation_case.community_id', '=', 'person.community_id').whereRef('moderation_case.judged_by', '=', 'person.id').orderBy('moderation_case.id')).as('judged'),
    jsonArrayFrom(eb.selectFrom('moderation_report').innerJoin('moderation_case', join => join
      .onRef('moderation_case.community_id', '=', 'moderation_report.community_id').onRef('moderation_case.id', '=', 'moderation_report.case_id'))
      .select(['moderation_case.matter_id', 'moderation_report.reason', 'moderation_report.words', told('moderation_report.at').as('at')])
      .whereRef('moderation_report.community_id', '=', 'person.community_id').whereRef('moderation_report.person_id', '=', 'person.id').orderBy('moderation_report.id')).as('reports'),
    jsonArrayFrom(eb.selectFrom('moderation_word').select(['moderation_word.word', told('moderation_word.added_at').as('at')])
      .whereRef('moderation_word.community_id', '=', 'person.community_id').where(word => word.or([
        word('moderation_word.added_by', '=', word.ref('person.id')), word('moderation_word.ended_by', '=', word.ref('person.id'))])).orderBy('moderation_word.id')).as('words'),
  ] as const
}

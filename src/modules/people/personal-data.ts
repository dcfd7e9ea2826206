// Every field about a person, in one place: the page /privacy, docs/data-protection.md and a law test are made from it. Pure.
import { privacyFieldText } from '#text/privacy.ts'

type Name = keyof typeof privacyFieldText.pairs extends infer Key ? Key extends `${infer Kind}_what` ? Kind : never : never

/** One kind of personal data. `fields`: table.column. `articles`: of the Personal Information Protection Law, for the ground it stands on. */
export interface PersonalData {
  readonly kind: Name
  readonly articles: string
  readonly sensitive?: true
  readonly fields: readonly string[]
}

/** The day from which this wording holds. */
export const WORDING_SINCE = '2026-11-22'

/** In the order in which people ask. */
export const PERSONAL_DATA: readonly PersonalData[] = [
  { kind: 'name', articles: '13(1)、13(2)、25', fields: ['person.name'] },
  { kind: 'numbers', articles: '13(1)、28', sensitive: true, fields: ['person.phone_sealed', 'person.document_sealed', 'person.document_index', 'membership.phone_index'] },
  { kind: 'home', articles: '13(2)、13(3)', fields: ['tie.person_id', 'matter_home.added_by'] },
  { kind: 'post', articles: '13(3)', fields: [
    'post.person_id', 'post.kind', 'calendar_version.made_by', 'method.published_by', 'service.made_by', 'reply_template.made_by',
    'lesson_reset.reset_by', 'moderation_word.added_by', 'moderation_word.ended_by', 'notice_channel.made_by', 'hook.made_by', 'happening.made_by',
    'estate_rules.kept_by', 'decision.made_by', 'decision_settlement.settled_by', 'decision_objection.answered_by', 'decision_posting.posted_by',
    'decision_delivery.delivered_by', 'ballot_mandate.recorded_by', 'paper_reading.read_by',
    'council.made_by', 'council.convener_id', 'council_session.convener_id', 'council_session.keeper_id', 'session_minute.written_by', 'session_minutes.sealed_by',
    'session_addendum.added_by', 'session_task.made_by', 'session_point.written_by',
    'election_draft.written_by', 'election_posting.posted_by', 'election_check.checked_by', 'election_objection.answered_by', 'election_question.answered_by', 'election_visit.visited_by',
    'election_paper.ticked_by', 'election_item.given_by', 'election_item.taken_by', 'election_item.added_by', 'committee_visit.visited_by', 'committee_meeting.written_by',
  ] },
  { kind: 'mandate', articles: '13(1)', fields: ['mandate.principal_id', 'mandate.agent_id', 'mandate.evidence', 'mandate.made_by', 'mandate.ended_by'] },
  { kind: 'consent', articles: '14、15、56', fields: ['consent.person_id', 'consent.purpose', 'consent.wording'] },
  { kind: 'said', articles: '13(1)、13(5)', fields: [
    'matter.raiser_id', 'matter.entered_by', 'matter.text', 'matter.title', 'matter.private_text', 'matter.search', 'matter.likeness', 'matter.pause_reason',
    'matter_note.person_id', 'matter_note.text', 'matter_photo.added_by', 'matter_photo.file', 'matter_photo.thumbnail',
    'matter_rating.person_id', 'matter_rating.text', 'matter_poll_answer.person_id', 'matter_poll_answer.suggestion', 'poll_ballot.person_id', 'poll_ballot.mark', 'poll_ballot.marks',
    'session_speaker.person_id', 'session_speaker.about', 'session_question.person_id', 'session_question.text', 'session_point.said_by', 'session_point.text',
    'session_minute.text', 'session_minute.decision', 'session_minutes.content', 'session_addendum.text',
    'conversation_statement.author_id', 'conversation_statement.text', 'conversation_voter.person_id',
    'election.made_by', 'election.request', 'election_candidate.about', 'election_objection.person_id', 'election_objection.text', 'election_question.person_id', 'election_question.text',
    'recall.moved_by', 'recall.reason', 'committee_visit.note', 'committee_meeting.minutes',
    'call.caller_id', 'call.made_by', 'call.text', 'call.thanks',
    'errand.by_id', 'errand.text', 'errand.asked_for', 'errand.words', 'errand.thanks',
    'matter_dossier_word.person_id', 'matter_dossier_word.text', 'matter_dossier_word.mark', 'matter_dossier_word.salt', 'matter_dossier.content',
  ] },
  { kind: 'left_phone', articles: '13(1)、28', sensitive: true, fields: ['matter.phone_sealed', 'call.phone_sealed'] },
  { kind: 'part', articles: '13(1)、13(2)', fields: [
    'council_seat.person_id', 'session_seat.person_id', 'session_seat.stand_in', 'session_seat.stand_in_id', 'session_seat.name', 'session_seat.salt', 'session_task.owner_id',
    'session_task.owner_name', 'session_task.owner_salt',
    'activity.made_by', 'activity_helper.person_id', 'activity_helper.arrived_by', 'activity_helper.gone_by', 'activity_helper.minutes_by', 'patrol_point.checked_by',
    'election_backer.person_id', 'election_group.person_id', 'election_candidate.person_id', 'election_candidate.named_by', 'election_canvasser.person_id', 'election_member.person_id',
    'recall_backer.person_id', 'committee_signature.person_id',
    'matter_follower.person_id', 'matter_handler.person_id', 'matter_handler.asked_by', 'matter_task.owner_id', 'matter_task.made_by',
    'matter_task.done_by', 'matter_joiner.person_id', 'matter_link.person_id', 'matter_cost.person_id', 'matter_cost.struck_by',
    'matter_poll.opened_by', 'matter.lead_id', 'matter.routed_by', 'matter_dossier.sealed_by', 'matter_plan.who', 'saved_filter.person_id',
    'plan_version.published_by', 'plan_suggestion.decided_by', 'plan_support.person_id', 'sharing.started_by', 'sharing_reading.entered_by', 'sharing_opinion.person_id',
    'sharing_objection.answered_by', 'sharing_agreement.made_by', 'sharing_signatory.person_id', 'sharing_signatory.recorded_by', 'sharing_bill.made_by',
    'call.ended_by', 'call_asked.person_id', 'call_helper.person_id', 'call_helper.claimed_by',
    'errand.taken_by',
    'saved_filter.name', 'saved_filter.query', 'conversation.opened_by', 'poll.opened_by', 'poll_voter.person_id', 'poll_result.receipts',
  ] },
  { kind: 'duty', articles: '13(1)、13(3)', fields: [
    'duty_roster.made_by', 'duty_turn.person_id', 'duty_leave.answered_by', 'duty_swap.with_id', 'duty_note.text', 'duty_note.read_by',
  ] },
  { kind: 'order', articles: '13(1)、13(2)、28、29', sensitive: true, fields: [
    'menu_item.made_by', 'menu_order.person_id', 'menu_order.ordered_by', 'menu_order.named', 'menu_order.words', 'menu_order.ended_why',
    'order_consent.person_id', 'order_consent.recorded_by', 'order_consent.withdrawn_by',
    'order_date.person_id', 'order_date.instead_of', 'order_date.confirmed_by', 'order_date.off_by', 'order_date.off_why', 'order_date.log',
    'order_date.rating', 'order_date.rated_by',
  ] },
  { kind: 'volunteer', articles: '13(1)、28、31', sensitive: true, fields: [
    'volunteer.person_id', 'volunteer.about', 'volunteer.photo', 'volunteer.guardian_id', 'volunteer.guardian_recorded_by', 'volunteer_skill.note', 'volunteer_skill.approved_by',
    'volunteer_skill.refused_why', 'volunteer_qualification.number_sealed', 'volunteer_qualification.number_end', 'volunteer_qualification.photo',
    'volunteer_qualification.checked_by', 'volunteer_qualification.refused_why', 'volunteer_policy.number_sealed', 'volunteer_policy.number_end',
    'volunteer_policy.insurer', 'volunteer_policy.recorded_by', 'volunteer_credit.what', 'volunteer_credit.given_by', 'volunteer_credit.entered_by',
    'volunteer_credit.asked', 'volunteer_credit.corrected_by', 'team_asking.person_id', 'team_asking.answered_by', 'contact_card.code', 'contact_card.offers',
    'contact_card.hours', 'call_back.person_id', 'call_back.phone_sealed',
  ] },
  { kind: 'hours', articles: '13(1)、13(3)', fields: [
    'serving_share.person_id', 'hours_entry.person_id', 'hours_posting.person_id', 'hours_posting.posted_by',
    'hours_correction.person_id', 'hours_correction.asked_by', 'hours_correction.answered_by', 'hours_correction.why', 'hours_correction.answer',
    'serving.recorded_by', 'serving.approved_by', 'serving.refused_by', 'serving.refused_why', 'serving.head_id', 'serving.content', 'serving.quality', 'project.made_by', 'star_table.made_by',
  ] },
  { kind: 'told', articles: '13(1)', fields: [
    'notice.person_id', 'notice_choice.person_id', 'notice_choice.mail_sealed', 'notice_choice.lang', 'notice_device.person_id',
    'notice_device.endpoint_sealed', 'notice_device.endpoint_index', 'notice_device.keys_sealed', 'notice_mute.person_id', 'delivery.person_id',
    'delivery.key', 'delivery.notice_ids',
  ] },
  { kind: 'vote', articles: '13(2)、13(3)', fields: [
    'decision_voter.person_id', 'decision.developer_id', 'decision_candidate.person_id', 'decision_candidate.name', 'decision_candidate.about',
    'decision_settlement.person_id', 'decision_settlement.owner_id', 'decision_settlement.reason', 'decision_objection.person_id', 'decision_objection.text',
    'ballot.choices_sealed', 'ballot.cast_by', 'ballot.witness_id', 'ballot.photo', 'ballot_mandate.agent_id', 'ballot_mandate.choices_sealed', 'ballot_mandate.photo',
    'paper_reading.choices_sealed', 'paper_reading.photo', 'decision_delivery.witness_id', 'decision_delivery.photo',
    'ballot_counted.mark', 'ballot_counted.choices',
  ] },
  { kind: 'record', articles: '13(3)', fields: [
    'journal.person_id', 'journal.on_behalf_of', 'journal.action', 'journal.facts', 'journal.answer', 'journal.request_key', 'journal.request_print', 'journal.subject',
    'home_opening.opened_by', 'home_opening.opened_as', 'home_opening.judged_by', 'home_opening_person.person_id',
  ] },
  { kind: 'judged', articles: '13(3)', fields: [
    'moderation_case.author_id', 'moderation_case.appeal', 'moderation_case.words', 'moderation_case.judged_by', 'moderation_case.judged_as',
    'conversation_statement.judged_by', 'conversation_statement.words', 'moderation_report.person_id', 'moderation_report.words', 'home_opening.words', 'home_opening.verdict_words',
  ] },
  { kind: 'way_in', articles: '13(1)', fields: [
    'membership.person_id', 'membership.account_id', 'sign_in.account.id', 'sign_in.account.handle', 'sign_in.identity.account_id',
    'sign_in.identity.subject', 'sign_in.session.account_id', 'sign_in.session.token', 'sign_in.session.user_agent', 'sign_in.passkey.account_id',
    'sign_in.passkey.name', 'sign_in.passkey.credential_id', 'sign_in.passkey.public_key', 'sign_in.passkey.authenticator_model',
    'sign_in.code.phone_index', 'sign_in.code.code_hash', 'sign_in.outbox.phone_sealed', 'sign_in.outbox.code_sealed', 'sign_in.attempt.about',
    'allowance.about',
  ] },
  { kind: 'keys', articles: '13(1)', fields: [
    'invitation.person_id', 'invitation.made_by', 'invitation.used_by', 'invitation.code_index', 'api_token.person_id', 'api_token.token_hash', 'api_token.name', 'calendar_address.person_id',
    'calendar_address.token_hash',
  ] },
]

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
  ] },
  { kind: 'mandate', articles: '13(1)', fields: ['mandate.principal_id', 'mandate.agent_id', 'mandate.evidence', 'mandate.made_by', 'mandate.ended_by'] },
  { kind: 'consent', articles: '14、15、56', fields: ['consent.person_id', 'consent.purpose', 'consent.wording'] },
  { kind: 'said', articles: '13(1)、13(5)', fields: [
    'matter.raiser_id', 'matter.entered_by', 'matter.text', 'matter.title', 'matter.private_text', 'matter.search', 'matter.likeness', 'matter.pause_reason',
    'matter_note.person_id', 'matter_note.text', 'matter_photo.added_by', 'matter_photo.file', 'matter_photo.thumbnail',
    'matter_rating.person_id', 'matter_rating.text', 'matter_poll_answer.person_id', 'matter_poll_answer.suggestion',
    'matter_dossier_word.person_id', 'matter_dossier_word.text', 'matter_dossier_word.mark', 'matter_dossier_word.salt', 'matter_dossier.content',
  ] },
  { kind: 'left_phone', articles: '13(1)、28', sensitive: true, fields: ['matter.phone_sealed'] },
  { kind: 'part', articles: '13(1)、13(2)', fields: [
    'matter_follower.person_id', 'matter_handler.person_id', 'matter_handler.asked_by', 'matter_task.owner_id', 'matter_task.made_by',
    'matter_task.done_by', 'matter_joiner.person_id', 'matter_link.person_id', 'matter_cost.person_id', 'matter_cost.struck_by',
    'matter_poll.opened_by', 'matter.lead_id', 'matter.routed_by', 'matter_dossier.sealed_by', 'matter_plan.who', 'saved_filter.person_id',
    'saved_filter.name', 'saved_filter.query',
  ] },
  { kind: 'told', articles: '13(1)', fields: [
    'notice.person_id', 'notice_choice.person_id', 'notice_choice.mail_sealed', 'notice_choice.lang', 'notice_device.person_id',
    'notice_device.endpoint_sealed', 'notice_device.endpoint_index', 'notice_device.keys_sealed', 'notice_mute.person_id', 'delivery.person_id',
    'delivery.key', 'delivery.notice_ids',
  ] },
  { kind: 'record', articles: '13(3)', fields: [
    'journal.person_id', 'journal.on_behalf_of', 'journal.action', 'journal.facts', 'journal.answer', 'journal.request_key', 'journal.request_print', 'journal.subject',
    'home_opening.opened_by', 'home_opening.opened_as', 'home_opening.judged_by', 'home_opening_person.person_id',
  ] },
  { kind: 'judged', articles: '13(3)', fields: [
    'moderation_case.author_id', 'moderation_case.appeal', 'moderation_case.words', 'moderation_case.judged_by', 'moderation_case.judged_as',
    'moderation_report.person_id', 'moderation_report.words', 'home_opening.words', 'home_opening.verdict_words',
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

/** Fields that hold words, marks or references and are about no person, by table, each with the reason; `*` for all of a table. */
export const ABOUT_NOBODY: Readonly<Record<string, readonly [fields: string, why: string]>> = {
  api_token: ['modules', 'names of parts of the API'],
  calendar_version: ['week days', 'working hours'],
  clock: ['*', 'which matter and which posts'],
  community: ['*', 'the community itself; its phone is an office\'s'],
  delivery: ['via message_id claim error', 'how a message went, without its words'],
  grid: ['*', 'names of areas'],
  happening: ['title about place rule except_on also_on source_uid', 'what is on in the neighbourhood, written for everybody by a post'],
  hook: ['name secret_sealed', 'a program of an organisation'],
  hook_report: ['*', 'a program\'s own number of its report'],
  matter: ['kind category proposed_category', 'what it is about, from a list'],
  matter_cost: ['what struck_why', 'what was paid for, written for everybody by a post'],
  matter_dossier: ['number hash', 'number and seal of the file'],
  matter_poll: ['question', 'what everybody is asked'],
  matter_task: ['title checklist', 'what is to be done, written by a post'],
  method: ['source', 'the way of working'],
  moderation_case: ['causes', 'why somebody is to look, from a list'],
  moderation_word: ['word kind', 'words of the list'],
  notice_channel: ['name url_sealed secret_sealed', 'a group robot or a program of an organisation'],
  organisation: ['*', 'names of organisations'],
  place: ['*', 'names of places'],
  record_head: ['*', 'signed hashes'],
  record_leaf: ['*', 'salted hashes of the journal'],
  record_node: ['*', 'hashes of hashes'],
  reply_template: ['name text', 'words that a post keeps for everybody'],
  service: ['name about provider place hours phone', 'an office\'s service, published'],
  street: ['*', 'names of streets'],
  'sign_in.account': ['name image', 'always empty; the library wants the columns'],
  'sign_in.challenge': ['*', 'random values that live for minutes'],
  'sign_in.identity': ['id provider access_token refresh_token id_token scope password', 'the provider\'s name; the others are always empty'],
  'sign_in.passkey': ['id device_type transports', 'how the device speaks'],
  'sign_in.session': ['id ip_address', 'random; the address is always empty'],
}

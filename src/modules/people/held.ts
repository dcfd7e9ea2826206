// What is held about a person, in every table: for himself to see and to take with him (PIPL 45).
import { sql, type ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { maybeTold, told } from '#kit/json-time.ts'
import { heldInActivities } from '#modules/people/held-in-activities.ts'
import { heldInCalls } from '#modules/people/held-in-calls.ts'
import { heldInConversations } from '#modules/people/held-in-conversations.ts'
import { heldInCouncils } from '#modules/people/held-in-councils.ts'
import { heldInDuty } from '#modules/people/held-in-duty.ts'
import { heldInElections } from '#modules/people/held-in-elections.ts'
import { heldInErrands } from '#modules/people/held-in-errands.ts'
import { heldInHours } from '#modules/people/held-in-hours.ts'
import { heldInVotes } from '#modules/people/held-in-votes.ts'
import { heldInOrders } from '#modules/people/held-in-orders.ts'
import { heldInVolunteers } from '#modules/people/held-in-volunteers.ts'
import { heldInMatters } from '#modules/people/held-in-matters.ts'
import { heldOpenings } from '#modules/people/held-openings.ts'

type OfPerson = ExpressionBuilder<DB, 'person'>

export type Held = Awaited<ReturnType<typeof heldAbout>>

/** Everything that names the person or was done by, for or to him. Numbers are left sealed; the page adds them in clear. */
export async function heldAbout(db: Reader, personId: number) {
  return itself(db, personId).select(eb => [
    'person.id', 'person.name', told('person.made_at').as('made_at'),
    jsonArrayFrom(homes(eb)).as('homes'), jsonArrayFrom(posts(eb)).as('posts'),
    jsonArrayFrom(consents(eb)).as('consents'), jsonArrayFrom(mandates(eb)).as('mandates'),
    jsonArrayFrom(matters(eb)).as('matters'), jsonArrayFrom(entered(eb)).as('entered'),
    jsonArrayFrom(follows(eb)).as('follows'), jsonArrayFrom(notes(eb)).as('notes'),
    jsonArrayFrom(keys(eb)).as('keys'), jsonArrayFrom(invitations(eb)).as('invitations'),
    jsonArrayFrom(looked(eb)).as('looked'), jsonArrayFrom(record(eb)).as('record'), ...heldInMatters(eb), ...heldInCouncils(eb), ...heldInCalls(eb), ...heldInElections(eb), ...heldInVolunteers(eb), ...heldInErrands(eb), ...heldInHours(eb), ...heldInVotes(eb), ...heldInDuty(eb), ...heldInActivities(eb), ...heldInOrders(eb), ...heldInConversations(eb), ...heldOpenings(eb),
  ]).executeTakeFirstOrThrow()
}

/** What stands on the person's own page. */
export async function aboutMe(db: Reader, personId: number) {
  return itself(db, personId).select(eb => [
    jsonArrayFrom(homes(eb)).as('homes'), jsonArrayFrom(posts(eb)).as('posts'), jsonArrayFrom(mandates(eb)).as('mandates'),
    jsonArrayFrom(consents(eb).where('consent.withdrawn_at', 'is', null)).as('consents'),
  ]).executeTakeFirstOrThrow()
}

/** What a form may fill in for the person, by his consent: the purposes to which he agrees now, each with the time at which he did. */
export async function consentsGiven(db: Reader, personId: number): Promise<Map<string, Temporal.Instant>> {
  const given = await db.selectFrom('consent').select(['purpose', 'given_at'])
    .where('community_id', '=', db.community).where('person_id', '=', personId).where('withdrawn_at', 'is', null).execute()
  return new Map(given.map(one => [one.purpose, one.given_at]))
}

function itself(db: Reader, personId: number) {
  return db.selectFrom('person').where('person.community_id', '=', db.community).where('person.id', '=', personId)
}

function homes(eb: OfPerson) {
  return eb.selectFrom('tie')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'tie.community_id').onRef('place.id', '=', 'tie.home_id'))
    .select(['place.label as home', 'tie.kind', 'tie.since', 'tie.until'])
    .whereRef('tie.community_id', '=', 'person.community_id').whereRef('tie.person_id', '=', 'person.id').orderBy('tie.id')
}

function posts(eb: OfPerson) {
  return eb.selectFrom('post')
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'post.community_id')
      .onRef('organisation.id', '=', 'post.organisation_id'))
    .select(['post.kind', 'organisation.name as organisation', 'post.since', 'post.until'])
    .whereRef('post.community_id', '=', 'person.community_id').whereRef('post.person_id', '=', 'person.id').orderBy('post.id')
}

function consents(eb: OfPerson) {
  return eb.selectFrom('consent')
    .select(['consent.purpose', 'consent.wording', told('consent.given_at').as('given_at'),
      maybeTold('consent.withdrawn_at').as('withdrawn_at')])
    .whereRef('consent.community_id', '=', 'person.community_id').whereRef('consent.person_id', '=', 'person.id').orderBy('consent.id')
}

function mandates(eb: OfPerson) {
  return eb.selectFrom('mandate')
    .innerJoin('person as principal', join => join.onRef('principal.community_id', '=', 'mandate.community_id')
      .onRef('principal.id', '=', 'mandate.principal_id'))
    .innerJoin('person as agent', join => join.onRef('agent.community_id', '=', 'mandate.community_id')
      .onRef('agent.id', '=', 'mandate.agent_id'))
    .select(['mandate.id', 'mandate.evidence', 'mandate.since', 'mandate.until', maybeTold('mandate.ended_at').as('ended_at'),
      'mandate.principal_id', 'mandate.agent_id', 'principal.name as principal', 'agent.name as agent'])
    .whereRef('mandate.community_id', '=', 'person.community_id')
    .where(either => either.or([either('mandate.principal_id', '=', either.ref('person.id')),
      either('mandate.agent_id', '=', either.ref('person.id'))]))
    .orderBy('mandate.id')
}

function matters(eb: OfPerson) {
  return eb.selectFrom('matter')
    .select(['matter.id', 'matter.text', 'matter.step', 'matter.name_shown', told('matter.raised_at').as('raised_at'),
      maybeTold('matter.withdrawn_at').as('withdrawn_at')])
    .whereRef('matter.community_id', '=', 'person.community_id').whereRef('matter.raiser_id', '=', 'person.id').orderBy('matter.id')
}

function entered(eb: OfPerson) {
  return eb.selectFrom('matter').select(['matter.id', told('matter.raised_at').as('raised_at')])
    .whereRef('matter.community_id', '=', 'person.community_id').whereRef('matter.entered_by', '=', 'person.id').orderBy('matter.id')
}

function follows(eb: OfPerson) {
  return eb.selectFrom('matter_follower').select(['matter_follower.matter_id', told('matter_follower.since').as('since')])
    .whereRef('matter_follower.community_id', '=', 'person.community_id').whereRef('matter_follower.person_id', '=', 'person.id')
    .orderBy('matter_follower.matter_id')
}

function notes(eb: OfPerson) {
  return eb.selectFrom('matter_note')
    .select(['matter_note.matter_id', 'matter_note.step', 'matter_note.text', told('matter_note.at').as('at')])
    .whereRef('matter_note.community_id', '=', 'person.community_id').whereRef('matter_note.person_id', '=', 'person.id')
    .orderBy('matter_note.id')
}

function keys(eb: OfPerson) {
  return eb.selectFrom('api_token')
    .select(['api_token.name', told('api_token.made_at').as('made_at'), told('api_token.ends_at').as('ends_at')])
    .whereRef('api_token.community_id', '=', 'person.community_id').whereRef('api_token.person_id', '=', 'person.id')
}

function invitations(eb: OfPerson) {
  return eb.selectFrom('invitation')
    .select(['invitation.id', told('invitation.made_at').as('made_at'), maybeTold('invitation.used_at').as('used_at')])
    .whereRef('invitation.community_id', '=', 'person.community_id')
    .where(either => either.or([either('invitation.person_id', '=', either.ref('person.id')),
      either('invitation.used_by', '=', either.ref('person.id'))]))
}

// Who looked at the person's numbers, the latest first, with the reason that he gave.
function looked(eb: OfPerson) {
  return eb.selectFrom('journal')
    .innerJoin('person as looker', join => join.onRef('looker.community_id', '=', 'journal.community_id')
      .onRef('looker.id', '=', 'journal.person_id'))
    .select([told('journal.at').as('at'), 'looker.name', sql<'phone' | 'document'>`journal.facts->>'field'`.as('field'),
      sql<'urgent' | 'matter' | 'visit' | 'check'>`journal.facts->>'purpose'`.as('purpose')])
    .whereRef('journal.community_id', '=', 'person.community_id').where('journal.action', '=', 'people.unmask')
    .where('journal.subject', '=', sql<string>`'people/' || person.id`).orderBy('journal.id', 'desc')
}

function record(eb: OfPerson) {
  return eb.selectFrom('journal')
    .select([told('journal.at').as('at'), 'journal.action', 'journal.subject', 'journal.person_id', 'journal.on_behalf_of',
      'journal.facts'])
    .whereRef('journal.community_id', '=', 'person.community_id')
    .where(either => either.or([either('journal.person_id', '=', either.ref('person.id')),
      either('journal.on_behalf_of', '=', either.ref('person.id')),
      either('journal.subject', '=', sql<string>`'people/' || person.id`)]))
    .orderBy('journal.id', 'desc')
}

// One election with everything its page shows: one statement. Names are for people of the community; what waits for a look, for its author and those who work on it.
import { sql, type ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { told } from '#kit/json-time.ts'
import { NotFound } from '#kit/errors.ts'
import { asWithFacts, withFacts } from '#modules/elections/facts.ts'
import { say } from '#modules/elections/fields.ts'
import type { Actor } from '#modules/people/public.ts'

export type ElectionShown = Awaited<ReturnType<typeof electionShown>>
type Of = ExpressionBuilder<DB, 'election'>

/** The election. Throws NotFound. */
export async function electionShown(db: Reader, actor: Actor, id: number) {
  const row = await withFacts(db)
    .select(['election.request', 'election.hotline', 'election.hours', 'election.filing_number', 'election.stopped_reason', 'community.phone'])
    .select(eb => [
      backersOf(eb).as('backers'), jsonArrayFrom(groupOf(eb, actor)).as('names'), jsonArrayFrom(draftsOf(eb)).as('texts'), jsonArrayFrom(candidatesOf(eb, actor)).as('people'),
      jsonArrayFrom(objectionsOf(eb, actor)).as('objections'), jsonArrayFrom(electedOf(eb, actor)).as('elected'), jsonArrayFrom(itemsOf(eb)).as('list'),
      jsonArrayFrom(postingsOf(eb)).as('hung'),
    ])
    .where('election.id', '=', id).executeTakeFirst()
  if (!row) throw new NotFound(say('notHere'))
  const { request, hotline, hours, filing_number, stopped_reason, phone, backers, names, texts, people, objections, elected, list, hung, ...rest } = row
  return { ...asWithFacts(rest), request, hotline: hotline || (phone ?? ''), hours, filing_number, stopped_reason, backers, names, texts, people, objections, elected, list, hung }
}

function backersOf(eb: Of) {
  return eb.fn.coalesce(eb.selectFrom('election_backer').select(sql<number[]>`json_agg(election_backer.person_id)`.as('ids'))
    .whereRef('election_backer.community_id', '=', 'election.community_id').whereRef('election_backer.election_id', '=', 'election.id'), sql<number[]>`'[]'::json`)
}

// Who is named, for people of the community only.
function nameFor(actor: Actor) {
  return sql<string>`case when ${actor.personId !== null} then person.name else '' end`
}

function groupOf(eb: Of, actor: Actor) {
  return eb.selectFrom('election_group')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'election_group.community_id').onRef('person.id', '=', 'election_group.person_id'))
    .select(['person.id', nameFor(actor).as('name'), 'election_group.party', 'election_group.leads'])
    .whereRef('election_group.community_id', '=', 'election.community_id').whereRef('election_group.election_id', '=', 'election.id')
    .orderBy('election_group.leads', 'desc').orderBy('election_group.party').orderBy('person.id')
}

function draftsOf(eb: Of) {
  return eb.selectFrom('election_draft').select(['election_draft.kind', 'election_draft.version', 'election_draft.text', told('election_draft.written_at').as('at')])
    .whereRef('election_draft.community_id', '=', 'election.community_id').whereRef('election_draft.election_id', '=', 'election.id')
    .orderBy('election_draft.kind').orderBy('election_draft.version', 'desc')
}

function candidatesOf(eb: Of, actor: Actor) {
  return eb.selectFrom('election_candidate as candidate')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'candidate.community_id').onRef('person.id', '=', 'candidate.person_id'))
    .select(['candidate.id', nameFor(actor).as('name'), 'candidate.found', 'candidate.about', 'candidate.number', sql<boolean>`candidate.agreed_at is not null`.as('agreed'),
      sql<boolean>`coalesce(candidate.person_id = ${actor.personId}, false)`.as('own')])
    .select(one => jsonArrayFrom(one.selectFrom('election_check')
      .leftJoin('person as checker', join => join.onRef('checker.community_id', '=', 'election_check.community_id').onRef('checker.id', '=', 'election_check.checked_by'))
      .select(['election_check.condition', 'election_check.met', sql<string>`case when ${actor.personId !== null} then checker.name else '' end`.as('by'), told('election_check.checked_at').as('at')])
      .whereRef('election_check.community_id', '=', 'candidate.community_id').whereRef('election_check.candidate_id', '=', 'candidate.id')).as('checks'))
    .whereRef('candidate.community_id', '=', 'election.community_id').whereRef('candidate.election_id', '=', 'election.id').where('candidate.withdrawn_at', 'is', null)
    .where('person.erased_at', 'is', null).orderBy('candidate.number').orderBy('candidate.id')
}

function objectionsOf(eb: Of, actor: Actor) {
  return eb.selectFrom('election_objection').select(['election_objection.id', 'election_objection.about', 'election_objection.text', 'election_objection.answer',
    'election_objection.standing', told('election_objection.at').as('at'), sql<boolean>`coalesce(election_objection.person_id = ${actor.personId}, false)`.as('own')])
    .whereRef('election_objection.community_id', '=', 'election.community_id').whereRef('election_objection.election_id', '=', 'election.id').orderBy('election_objection.id')
}

function electedOf(eb: Of, actor: Actor) {
  return eb.selectFrom('election_member as member')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'member.community_id').onRef('person.id', '=', 'member.person_id'))
    .select(['member.id', 'person.id as person', nameFor(actor).as('name'), 'member.rank', 'member.heads', 'member.area', 'member.office', 'member.since', 'member.until', 'member.left_why',
      sql<boolean>`coalesce(member.person_id = ${actor.personId}, false)`.as('own')])
    .whereRef('member.community_id', '=', 'election.community_id').whereRef('member.election_id', '=', 'election.id').orderBy('member.rank')
}

function itemsOf(eb: Of) {
  return eb.selectFrom('election_item').select(['election_item.id', 'election_item.what', 'election_item.given_from', 'election_item.given_on', 'election_item.taken_on'])
    .whereRef('election_item.community_id', '=', 'election.community_id').whereRef('election_item.election_id', '=', 'election.id').orderBy('election_item.id')
}

function postingsOf(eb: Of) {
  return eb.selectFrom('election_posting').innerJoin('place as spot', join => join.onRef('spot.community_id', '=', 'election_posting.community_id').onRef('spot.id', '=', 'election_posting.place_id'))
    .select(['election_posting.what', 'spot.label', 'election_posting.posted_on'])
    .whereRef('election_posting.community_id', '=', 'election.community_id').whereRef('election_posting.election_id', '=', 'election.id').orderBy('election_posting.id')
}

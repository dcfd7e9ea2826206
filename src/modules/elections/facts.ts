// What the way of an election is told from: counted in one statement with the election itself.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { CONDITIONS, type Election } from '#modules/elections/election.ts'
import { asElection, elections } from '#modules/elections/find.ts'
import type { Facts } from '#modules/elections/course.ts'

export interface WithFacts {
  readonly election: Election
  readonly facts: Facts
}

/** Elections with their facts; conditions are the caller's. */
export function withFacts(db: Reader) {
  return elections(db).select([
    sql<string[]>`coalesce((select json_agg(distinct draft.kind) from election_draft draft where draft.community_id = election.community_id and draft.election_id = election.id), '[]')`.as('drafts'),
    sql<string[]>`coalesce((select json_agg(distinct hung.what) from election_posting hung where hung.community_id = election.community_id and hung.election_id = election.id), '[]')`.as('posted'),
    sql<number>`(select count(*)::int from election_candidate candidate where candidate.community_id = election.community_id and candidate.election_id = election.id
      and candidate.withdrawn_at is null)`.as('candidates'),
    sql<number>`(select count(*)::int from election_candidate candidate where candidate.community_id = election.community_id and candidate.election_id = election.id
      and candidate.withdrawn_at is null and candidate.agreed_at is not null and (select count(*) from election_check met
        where met.community_id = candidate.community_id and met.candidate_id = candidate.id and met.met) = ${CONDITIONS.length})`.as('qualified'),
    sql<number>`(select count(*)::int from election_objection objection where objection.community_id = election.community_id and objection.election_id = election.id
      and objection.answered_at is null)`.as('open_objections'),
    sql<string | null>`(select (session.begins_at at time zone community.time_zone)::date::text from council_session session
      where session.community_id = election.community_id and session.id = election.session_id and session.cancelled_at is null)`.as('meets'),
    sql<string | null>`(decision.opens_at at time zone community.time_zone)::date::text`.as('opens'),
    sql<string | null>`(decision.closes_at at time zone community.time_zone)::date::text`.as('closes'),
    sql<string | null>`(decision.posted_at at time zone community.time_zone)::date::text`.as('result_posted'),
    sql<string[]>`coalesce((select json_agg(paper.paper) from election_paper paper where paper.community_id = election.community_id and paper.election_id = election.id), '[]')`.as('papers'),
    sql<number>`(select count(*)::int from election_item item where item.community_id = election.community_id and item.election_id = election.id)`.as('items'),
    sql<number>`(select count(*)::int from election_item item where item.community_id = election.community_id and item.election_id = election.id
      and item.given_on is not null and item.taken_on is not null)`.as('items_done'),
  ])
}

type Found = Awaited<ReturnType<ReturnType<typeof withFacts>['executeTakeFirstOrThrow']>>

/** A row of `withFacts`. */
export function asWithFacts(row: Found): WithFacts {
  const { drafts, posted, candidates, qualified, open_objections, meets, opens, closes, result_posted, papers, items, items_done, ...rest } = row
  return {
    election: asElection(rest),
    facts: { drafts, posted, candidates, qualified, openObjections: open_objections, meets, opens, closes, resultPosted: result_posted, papers, items, itemsDone: items_done },
  }
}

// The estates of a community with their committees and elections: one statement.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '#kit/db.ts'
import { stageOf } from '#modules/elections/election.ts'

export type EstateListed = Awaited<ReturnType<typeof estatesWithCommittees>>[number]

/** Every estate: how many hold a post in its committee on a day (none: the residents' committee acts for it), and its elections, newest first. */
export async function estatesWithCommittees(db: Reader, today: string) {
  const rows = await db.selectFrom('place').select(['place.id', 'place.name',
    sql<number>`(select count(distinct post.person_id)::int from post join organisation on organisation.community_id = post.community_id and organisation.id = post.organisation_id
      where post.community_id = place.community_id and post.kind in ('committee_chair', 'committee_member')
        and (post.place_id = place.id or (post.place_id is null and organisation.place_id = place.id))
        and post.since <= ${today} and (post.until is null or post.until >= ${today}))`.as('members')])
    .select(eb => jsonArrayFrom(eb.selectFrom('election')
      .leftJoin('decision', join => join.onRef('decision.community_id', '=', 'election.community_id').onRef('decision.id', '=', 'election.decision_id'))
      .select(['election.id', 'election.kind', 'election.requested_on', 'election.formed_on', 'election.elected_on', 'election.met_on', 'election.decision_id', 'election.term_ends',
        'decision.stage as vote', sql<boolean>`election.stopped_at is not null`.as('stopped')])
      .whereRef('election.community_id', '=', 'place.community_id').whereRef('election.estate_id', '=', 'place.id').orderBy('election.id', 'desc')).as('elections'))
    .where('place.community_id', '=', db.community).where('place.kind', '=', 'estate').orderBy('place.position').orderBy('place.name').execute()
  return rows.map(({ elections, ...estate }) => ({
    ...estate,
    elections: elections.map(one => ({ ...one, stage: one.stopped ? 'stopped' as const : stageOf({ ...one, stopped_at: null }) })),
  }))
}

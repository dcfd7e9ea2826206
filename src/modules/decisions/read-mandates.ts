// The written mandates of a vote, for whoever keeps it.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'

/** Every mandate with its agent and the homes that it is for, the newest first. */
export async function mandatesShown(db: Reader, id: number) {
  return db.selectFrom('ballot_mandate')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'ballot_mandate.community_id').onRef('person.id', '=', 'ballot_mandate.agent_id'))
    .select(eb => ['ballot_mandate.id', 'ballot_mandate.number', 'ballot_mandate.recorded_at', 'ballot_mandate.ended_at', 'ballot_mandate.photo', 'person.name as agent',
      sql<string[]>`coalesce((${eb.selectFrom('decision_home')
        .innerJoin('place', join => join.onRef('place.community_id', '=', 'decision_home.community_id').onRef('place.id', '=', 'decision_home.home_id'))
        .select(sql`json_agg(place.label order by place.id)`.as('homes')).where('decision_home.community_id', '=', db.community).where('decision_home.decision_id', '=', id)
        .whereRef('decision_home.number', '=', 'ballot_mandate.number')}), '[]'::json)`.as('homes'),
      sql<boolean>`${eb.exists(eb.selectFrom('ballot').select('ballot.id').where('ballot.community_id', '=', db.community).where('ballot.decision_id', '=', id)
        .whereRef('ballot.mandate_id', '=', 'ballot_mandate.id'))}`.as('used')])
    .where('ballot_mandate.community_id', '=', db.community).where('ballot_mandate.decision_id', '=', id).orderBy('ballot_mandate.id', 'desc').limit(500).execute()
}

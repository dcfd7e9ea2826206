// Which votes there are: for the list, and for the matter from which one comes.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { placesOf, type Actor } from '#modules/people/public.ts'

const SHOWN = 200

/** The votes that the actor may know of, the newest first; `matter`: those of a matter alone. Drafts only for whoever keeps them. */
export async function decisionsListed(db: Reader, actor: Actor, { matter = null, limit = SHOWN }: { matter?: number | null, limit?: number } = {}) {
  const kept = placesOf(actor, 'keep decision')
  return db.selectFrom('decision')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'decision.community_id').onRef('place.id', '=', 'decision.estate_id'))
    .select(['decision.id', 'decision.title', 'decision.stage', 'decision.secret', 'decision.opens_at', 'decision.closes_at', 'decision.closed_at', 'decision.posted_at',
      'decision.dropped_reason', 'place.label as estate', sql<boolean[] | null>`jsonb_path_query_array(decision.result, '$.questions[*].carried')`.as('carried')])
    .select(eb => [
      eb.selectFrom('decision_voter').select(count => count.fn.countAll<number>().as('n')).whereRef('decision_voter.community_id', '=', 'decision.community_id')
        .whereRef('decision_voter.decision_id', '=', 'decision.id').as('voters'),
      eb.selectFrom('ballot').select(count => count.fn.count<number>('ballot.number').distinct().as('n')).whereRef('ballot.community_id', '=', 'decision.community_id')
        .whereRef('ballot.decision_id', '=', 'decision.id').as('returned'),
    ])
    .where('decision.community_id', '=', db.community)
    .$if(kept !== null, some => some.where(eb => eb.or([eb('decision.stage', '<>', 'draft'), eb('decision.estate_id', 'in', [0, ...kept ?? []])])))
    .$if(matter !== null, some => some.where('decision.matter_id', '=', matter))
    .orderBy('decision.id', 'desc').limit(limit).execute()
}

export type DecisionListed = Awaited<ReturnType<typeof decisionsListed>>[number]

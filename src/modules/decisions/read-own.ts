// What concerns one voter: his line of the roll, his last ballot without what it says, and the mandates that he holds.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { BallotChannel } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import { markOf } from '#modules/decisions/ledger.ts'

/** A mandate that somebody holds for a voter; `used`: it was handed in. */
export interface MandateHeld {
  readonly id: number
  readonly homes: readonly string[]
  readonly used: boolean
}

/** A voter's own part. `area` in 0.01 m²; `ballot` is the one that counts now; its receipt is what the act answered. */
export interface OwnPart {
  readonly number: number | null
  readonly area: number
  readonly homes: readonly string[]
  readonly ballot: { readonly channel: BallotChannel, readonly at: Temporal.Instant, readonly receipt: string } | null
  readonly mandates: readonly MandateHeld[]
}

/** Somebody's own part of a vote, in one statement. */
export async function ownPart(db: Reader, id: number, person: number): Promise<OwnPart> {
  const found = await db.selectFrom('person')
    .leftJoin('decision_voter', join => join.onRef('decision_voter.community_id', '=', 'person.community_id').onRef('decision_voter.person_id', '=', 'person.id')
      .on('decision_voter.decision_id', '=', id))
    .leftJoin('ballot', join => join.onRef('ballot.community_id', '=', 'person.community_id').on('ballot.decision_id', '=', id).onRef('ballot.number', '=', 'decision_voter.number'))
    .select(['decision_voter.number', 'decision_voter.area', 'ballot.channel', 'ballot.cast_at', 'ballot.leaf', mandatesOf(db, id, person).as('mandates')])
    .select(eb => homesOf(db, id).whereRef('decision_home.number', '=', eb.ref('decision_voter.number')).as('homes'))
    .where('person.community_id', '=', db.community).where('person.id', '=', person)
    .orderBy('ballot.cast_at', order => order.desc().nullsLast()).orderBy('ballot.id', 'desc').limit(1).executeTakeFirst()
  if (!found) return { number: null, area: 0, homes: [], ballot: null, mandates: [] }
  const { number, area, homes, channel, cast_at: at, leaf, mandates } = found
  return { number, area: area ?? 0, homes: homes ?? [], mandates, ballot: channel && at && leaf ? { channel, at, receipt: markOf(leaf, null) } : null }
}

function homesOf(db: Reader, id: number) {
  return db.selectFrom('decision_home')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'decision_home.community_id').onRef('place.id', '=', 'decision_home.home_id'))
    .select(sql<string[] | null>`json_agg(place.label order by place.id)`.as('homes'))
    .where('decision_home.community_id', '=', db.community).where('decision_home.decision_id', '=', id)
}

function mandatesOf(db: Reader, id: number, person: number) {
  return jsonArrayFrom(db.selectFrom('ballot_mandate').select('ballot_mandate.id')
    .select(eb => [
      sql<string[]>`coalesce(${homesOf(db, id).whereRef('decision_home.number', '=', eb.ref('ballot_mandate.number'))}, '[]'::json)`.as('homes'),
      sql<boolean>`${eb.exists(eb.selectFrom('ballot').select('ballot.id').where('ballot.community_id', '=', db.community)
        .where('ballot.decision_id', '=', id).whereRef('ballot.mandate_id', '=', 'ballot_mandate.id'))}`.as('used'),
    ])
    .where('ballot_mandate.community_id', '=', db.community).where('ballot_mandate.decision_id', '=', id).where('ballot_mandate.agent_id', '=', person)
    .where('ballot_mandate.ended_at', 'is', null).orderBy('ballot_mandate.id'))
}

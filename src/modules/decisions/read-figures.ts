// Live figures of a vote: who returned a ballot, by heads, area, building and channel; never what it says.
import { sql } from 'kysely'
import type { BallotChannel } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import type { Weight } from '#modules/law/public.ts'

/** A building with its homes on the roll, and those whose voter returned a ballot. */
export interface Tower {
  readonly id: number
  readonly name: string
  readonly homes: number
  readonly returned: number
}

/** What came back so far. Areas in 0.01 m²; `delivered`: voters with proof that the paper reached them. */
export interface Figures {
  readonly total: Weight
  readonly returned: Weight
  readonly delivered: number
  readonly channels: Readonly<Partial<Record<BallotChannel, number>>>
  readonly towers: readonly Tower[]
}

/** The figures of this moment, in one statement. */
export async function figuresOf(db: Reader, id: number): Promise<Figures> {
  const rows = await db.selectFrom(perSpot(db, id).as('spot'))
    .innerJoin('place as building', join => join.on('building.community_id', '=', db.community).onRef('building.id', '=', 'spot.id'))
    .select(['building.id', 'building.name', 'spot.channel', 'spot.delivered', 'spot.homes', 'spot.heads', 'spot.area'])
    .orderBy('building.position').orderBy('building.name').execute()
  const sum = (some: typeof rows, what: 'heads' | 'area' | 'homes') => some.reduce((all, row) => all + Number(row[what]), 0)
  const weight = (some: typeof rows) => ({ heads: sum(some, 'heads'), area: sum(some, 'area') })
  const returned = rows.filter(({ channel }) => channel !== null)
  return {
    total: weight(rows), returned: weight(returned), delivered: sum(rows.filter(row => row.delivered), 'heads'),
    channels: Object.fromEntries([...Map.groupBy(returned, row => row.channel ?? 'phone')].map(([channel, some]) => [channel, sum(some, 'heads')])),
    towers: [...Map.groupBy(rows, row => row.id)].map(([building, some]) => ({
      id: building, name: some[0]?.name ?? '', homes: sum(some, 'homes'), returned: sum(some.filter(({ channel }) => channel !== null), 'homes'),
    })),
  }
}

// Summed by building first, named afterwards: through row security an index is not used for what is computed.
function perSpot(db: Reader, id: number) {
  return db.selectFrom(lastBallots(db, id).as('voter'))
    .innerJoin('decision_home', join => join.on('decision_home.community_id', '=', db.community).on('decision_home.decision_id', '=', id)
      .onRef('decision_home.number', '=', 'voter.number'))
    .innerJoin('place as home', join => join.onRef('home.community_id', '=', 'decision_home.community_id').onRef('home.id', '=', 'decision_home.home_id'))
    // Each voter's head and area stand at one of his homes only.
    .select([sql<number>`coalesce(home.building_id, home.estate_id)`.as('id'), 'voter.channel', 'voter.delivered',
      sql<number>`count(*)`.as('homes'), sql<number>`count(*) filter (where decision_home.home_id = voter.first)`.as('heads'),
      sql<number>`coalesce(sum(voter.area) filter (where decision_home.home_id = voter.first), 0)`.as('area')])
    .groupBy([sql`1`, 'voter.channel', 'voter.delivered'])
}

// Every voter with the channel of the ballot that counts now.
function lastBallots(db: Reader, id: number) {
  return db.selectFrom('decision_voter').select(eb => ['decision_voter.number', 'decision_voter.area',
    eb.selectFrom('ballot').select('ballot.channel').where('ballot.community_id', '=', db.community).where('ballot.decision_id', '=', id)
      .whereRef('ballot.number', '=', 'decision_voter.number').orderBy('ballot.cast_at', 'desc').orderBy('ballot.id', 'desc').limit(1).as('channel'),
    sql<boolean>`${eb.exists(eb.selectFrom('decision_delivery').select('decision_delivery.id').where('decision_delivery.community_id', '=', db.community)
      .where('decision_delivery.decision_id', '=', id).whereRef('decision_delivery.number', '=', 'decision_voter.number')
      .where('decision_delivery.received_by', 'in', ['owner', 'authorised']))}`.as('delivered'),
    eb.selectFrom('decision_home as own').select(least => least.fn.min('own.home_id').as('first')).where('own.community_id', '=', db.community)
      .where('own.decision_id', '=', id).whereRef('own.number', '=', 'decision_voter.number').as('first')])
    .where('decision_voter.community_id', '=', db.community).where('decision_voter.decision_id', '=', id)
}

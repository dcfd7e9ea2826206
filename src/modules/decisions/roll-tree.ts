// The roll as it is published and hashed: number, kind, heads and area of each voter, with the homes; never a name.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { leafOf, nameOf, rootOver, type Vote } from '#modules/decisions/ledger.ts'

/** A line of the roll. Areas in 0.01 m²; homes by their label. */
export interface RollLine {
  readonly number: number
  readonly kind: string
  readonly area: number
  readonly homes: readonly { readonly home: string, readonly building: string | null, readonly area: number, readonly source: string }[]
}

/** Every line, by number. Two plain passes: joined voter by voter, a roll of 20,000 that was frozen just now takes minutes. */
export async function rollLines(db: Reader, id: number): Promise<RollLine[]> {
  const voters = await db.selectFrom('decision_voter').select(['number', 'kind', 'area'])
    .where('community_id', '=', db.community).where('decision_id', '=', id).orderBy('number').execute()
  const homes = new Map((await homesByVoter(db, id)).map(row => [row.number, row.homes]))
  return voters.map(voter => ({ ...voter, homes: homes.get(voter.number) ?? [] }))
}

function homesByVoter(db: Reader, id: number) {
  return db.selectFrom('decision_home')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'decision_home.community_id').onRef('place.id', '=', 'decision_home.home_id'))
    .leftJoin('place as building', join => join.onRef('building.community_id', '=', 'place.community_id').onRef('building.id', '=', 'place.building_id'))
    .select(['decision_home.number', sql<RollLine['homes']>`json_agg(json_build_object('home', place.label, 'building', building.name, 'area', decision_home.area,
      'source', decision_home.area_source) order by decision_home.home_id)`.as('homes')])
    .where('decision_home.community_id', '=', db.community).where('decision_home.decision_id', '=', id)
    .groupBy('decision_home.number').execute()
}

/** The root of the tree over a roll, 64 hex digits. */
export function rootOfRoll(vote: Vote, lines: readonly RollLine[]): string {
  return rootOver(lines.map(line => leafOf({ ...line, decision: nameOf(vote) })))
}

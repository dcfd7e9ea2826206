// The posted roll with who votes, as owners of the estate may see it; and the buildings by which it is read.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'

/** A line of the roll as it is read. Areas in 0.01 m²; `name` is the voter's, to be masked by whoever shows it. */
export interface RollShown {
  readonly number: number
  readonly kind: string
  readonly area: number
  readonly name: string | null
  readonly homes: readonly { readonly home: string, readonly building: number | null, readonly area: number, readonly source: 'registered' | 'surveyed' | 'contract' }[]
}

/** The lines of a roll by number; `building`: only whose homes lie there. */
export async function rollShown(db: Reader, id: number, building: number | null): Promise<RollShown[]> {
  return db.selectFrom('decision_voter')
    .leftJoin('person', join => join.onRef('person.community_id', '=', 'decision_voter.community_id').onRef('person.id', '=', 'decision_voter.person_id'))
    .select(eb => ['decision_voter.number', 'decision_voter.kind', 'decision_voter.area', 'person.name',
      sql<RollShown['homes']>`(${homes(db, id).select(sql`json_agg(json_build_object('home', place.label, 'building', place.building_id, 'area', decision_home.area, 'source', decision_home.area_source)
        order by place.id)`.as('homes')).whereRef('decision_home.number', '=', eb.ref('decision_voter.number'))})`.as('homes')])
    .where('decision_voter.community_id', '=', db.community).where('decision_voter.decision_id', '=', id)
    .$if(building !== null, some => some.where(eb => eb.exists(homes(db, id).select('place.id').whereRef('decision_home.number', '=', eb.ref('decision_voter.number'))
      .where('place.building_id', '=', building))))
    .orderBy('decision_voter.number').execute()
}

function homes(db: Reader, id: number) {
  return db.selectFrom('decision_home')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'decision_home.community_id').onRef('place.id', '=', 'decision_home.home_id'))
    .where('decision_home.community_id', '=', db.community).where('decision_home.decision_id', '=', id)
}

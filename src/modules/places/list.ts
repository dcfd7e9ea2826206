// The tree of places for programs: one after another by number, with what each lies in.
import type { PlaceKind } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'

/** Which places: of a kind, directly in a place (`parent`), or anywhere in one (`within`). */
export interface PlacesFilter {
  kind?: PlaceKind
  parent?: number
  within?: number
}

/** At most `limit` places above the number `after` (null: from the first on). One statement. */
export async function placesListed(db: Reader, { kind, parent, within }: PlacesFilter,
  { after, limit }: { after: number | null, limit: number }) {
  return db.selectFrom('place').select(['id', 'kind', 'name', 'label', 'code', 'parent_id', 'estate_id', 'building_id', 'entrance_id'])
    .where('community_id', '=', db.community)
    .$if(kind !== undefined, asked => asked.where('kind', '=', kind ?? 'estate'))
    .$if(parent !== undefined, asked => asked.where('parent_id', '=', parent ?? 0))
    .$if(within !== undefined, asked => asked.where(eb => eb.or([
      eb('estate_id', '=', within ?? 0), eb('building_id', '=', within ?? 0), eb('entrance_id', '=', within ?? 0),
      eb('parent_id', '=', within ?? 0),
    ])))
    .$if(after !== null, asked => asked.where('id', '>', after ?? 0))
    .orderBy('id').limit(limit).execute()
}

// A home as the law asks about it: floor and area, and where the area comes from.
import type { Reader } from '#kit/db.ts'

/** Floor, and area in 0.01 m² with its source; undefined when the place is no home. */
export async function homeOf(db: Reader, placeId: number) {
  return db.selectFrom('home').select(['floor', 'area', 'area_source'])
    .where('community_id', '=', db.community).where('place_id', '=', placeId).executeTakeFirst()
}

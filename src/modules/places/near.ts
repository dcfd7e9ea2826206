// Which place lies near a position, and where a place lies.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import type { Place } from '#modules/places/place.ts'
import type { Point } from '#modules/places/points.ts'

/** Mean radius of the earth in metres (IUGG). */
const EARTH = 6_371_008.8

/** The estate or building whose point lies nearest, and how many metres off; undefined while no place has a point. One statement. */
export async function nearestPlace(db: Reader, { latitude, longitude }: Point): Promise<Place & { metres: number } | undefined> {
  // Haversine: right for near points too, where the cosine rule loses its digits.
  const metres = sql<number>`(2 * ${EARTH}::float8 * asin(least(1, sqrt(
    sind((place.latitude::float8 - ${latitude}::float8) / 2) ^ 2
    + cosd(place.latitude::float8) * cosd(${latitude}::float8) * sind((place.longitude::float8 - ${longitude}::float8) / 2) ^ 2))))`
  return db.selectFrom('place')
    .select(['place.id', 'place.kind', 'place.name', 'place.label', 'place.code', 'place.parent_id',
      'place.estate_id', 'place.building_id', 'place.entrance_id'])
    .select(metres.as('metres'))
    .where('place.community_id', '=', db.community).where('place.latitude', 'is not', null)
    .orderBy('metres').orderBy('place.id').limit(1).executeTakeFirst()
}

/** The point of a place; null while it has none. */
export async function pointOf(db: Reader, placeId: number): Promise<Point | null> {
  const found = await db.selectFrom('place')
    .select([sql<number | null>`latitude::float8`.as('latitude'), sql<number | null>`longitude::float8`.as('longitude')])
    .where('community_id', '=', db.community).where('id', '=', placeId).executeTakeFirst()
  return found && found.latitude !== null && found.longitude !== null ? { latitude: found.latitude, longitude: found.longitude } : null
}

// Questions about what lies in a building or an estate: its homes, and the codes for its printed sheet.
import type { Reader } from '#kit/db.ts'

/** The homes of one building, entrance by entrance, floor by floor. Area in 0.01 m². */
export async function homesOf(db: Reader, buildingId: number) {
  return db.selectFrom('place')
    .innerJoin('home', join => join.onRef('home.community_id', '=', 'place.community_id').onRef('home.place_id', '=', 'place.id'))
    .leftJoin('place as entrance', join => join
      .onRef('entrance.community_id', '=', 'place.community_id').onRef('entrance.id', '=', 'place.entrance_id'))
    .select(['place.id', 'place.name', 'place.label', 'place.entrance_id', 'entrance.name as entrance'])
    .select(['home.floor', 'home.area', 'home.area_source'])
    .where('place.community_id', '=', db.community).where('place.building_id', '=', buildingId)
    .orderBy('entrance.position', order => order.asc().nullsFirst()).orderBy('entrance.name')
    .orderBy('home.floor').orderBy('place.position').orderBy('place.name').execute()
}

/** The codes of a place and of all that lies in it, in walking order: what its printed sheets show. Homes only when asked for. */
export async function codesOf(db: Reader, placeId: number, { homes }: { homes: boolean } = { homes: false }) {
  return db.selectFrom('place')
    .leftJoin('place as building', join => join
      .onRef('building.community_id', '=', 'place.community_id').onRef('building.id', '=', 'place.building_id'))
    .leftJoin('place as entrance', join => join
      .onRef('entrance.community_id', '=', 'place.community_id').onRef('entrance.id', '=', 'place.entrance_id'))
    .select(['place.id', 'place.kind', 'place.name', 'place.label', 'place.code', 'place.building_id'])
    .where('place.community_id', '=', db.community).$if(!homes, rows => rows.where('place.kind', '<>', 'home'))
    .where(eb => eb.or([eb('place.id', '=', placeId), eb('place.estate_id', '=', placeId),
      eb('place.building_id', '=', placeId), eb('place.entrance_id', '=', placeId)]))
    .orderBy(eb => eb.fn.coalesce('building.position',
      eb.case().when('place.kind', '=', 'building').then(eb.ref('place.position')).else(-1).end()))
    .orderBy(eb => eb.fn.coalesce('building.name', 'place.name'))
    .orderBy(eb => eb.fn.coalesce('entrance.position',
      eb.case().when('place.kind', '=', 'entrance').then(eb.ref('place.position')).else(-1).end()))
    .orderBy('place.kind').orderBy('place.position').orderBy('place.name').execute()
}

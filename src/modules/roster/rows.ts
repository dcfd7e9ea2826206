// The two questions behind the export: who lives where, and who holds which post.
import { sql } from 'kysely'
import type { GridKind } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'

/** Every home with every tie to it, past and present; homes without any come once, without a name. */
export async function livingRows(db: Reader) {
  return homesWithPlaces(db)
    .leftJoin(eb => eb.selectFrom('tie')
      .innerJoin('person', join => join.onRef('person.community_id', '=', 'tie.community_id').onRef('person.id', '=', 'tie.person_id'))
      .select(['tie.community_id', 'tie.id', 'tie.home_id', 'tie.kind', 'tie.since', 'tie.until'])
      .select(['person.name', 'person.phone_sealed', 'person.document_sealed'])
      .where('person.erased_at', 'is', null).as('lives'),
    join => join.onRef('lives.community_id', '=', 'home.community_id').onRef('lives.home_id', '=', 'home.place_id'))
    .select(['estate.name as estate', 'building.name as building', 'entrance.name as entrance', 'place.name as home'])
    .select(['home.floor', 'home.area', 'home.area_source', nearest('grid').as('grid'), nearest('micro_grid').as('micro_grid')])
    .select(['lives.kind', 'lives.since', 'lives.until', 'lives.name', 'lives.phone_sealed', 'lives.document_sealed'])
    .orderBy('estate.position').orderBy('estate.name').orderBy('building.position').orderBy('building.name')
    .orderBy('entrance.position').orderBy('entrance.name').orderBy('place.position').orderBy('place.name').orderBy('lives.id').execute()
}

function homesWithPlaces(db: Reader) {
  return db.selectFrom('home')
    .innerJoin('place', join => join
      .onRef('place.community_id', '=', 'home.community_id').onRef('place.id', '=', 'home.place_id'))
    .innerJoin('place as estate', join => join
      .onRef('estate.community_id', '=', 'home.community_id').onRef('estate.id', '=', 'place.estate_id'))
    .innerJoin('place as building', join => join
      .onRef('building.community_id', '=', 'home.community_id').onRef('building.id', '=', 'place.building_id'))
    .leftJoin('place as entrance', join => join
      .onRef('entrance.community_id', '=', 'home.community_id').onRef('entrance.id', '=', 'place.entrance_id'))
    .where('home.community_id', '=', db.community)
}

// The cover that lies nearest to the home: its entrance's before its building's before its estate's.
function nearest(kind: GridKind) {
  return sql<string | null>`(select grid.name from grid_place covers
    join grid on grid.community_id = covers.community_id and grid.id = covers.grid_id
    where covers.community_id = place.community_id and grid.kind = ${kind}
    and covers.place_id in (place.entrance_id, place.building_id, place.estate_id)
    order by array_position(array[place.entrance_id, place.building_id, place.estate_id], covers.place_id), grid.id limit 1)`
}

/** Every post, past and present, with the grid or the place that it is held over. */
export async function servingRows(db: Reader) {
  return postsWithPlaces(db)
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'post.community_id').onRef('person.id', '=', 'post.person_id'))
    .innerJoin('organisation', join => join
      .onRef('organisation.community_id', '=', 'post.community_id').onRef('organisation.id', '=', 'post.organisation_id'))
    .leftJoin('grid', join => join.onRef('grid.community_id', '=', 'post.community_id').onRef('grid.id', '=', 'post.grid_id'))
    .leftJoin('grid as above', join => join.onRef('above.community_id', '=', 'post.community_id').onRef('above.id', '=', 'grid.parent_id'))
    .select(['estate.name as estate', 'building.name as building', 'entrance.name as entrance'])
    .select(['person.name', 'person.phone_sealed', 'person.document_sealed'])
    .select(['post.kind', 'post.since', 'post.until', 'organisation.name as organisation',
      sql<string | null>`case grid.kind when 'grid' then grid.name else above.name end`.as('grid'),
      sql<string | null>`case grid.kind when 'micro_grid' then grid.name end`.as('micro_grid')])
    .where('person.erased_at', 'is', null).orderBy('post.id').execute()
}

function postsWithPlaces(db: Reader) {
  return db.selectFrom('post')
    .leftJoin('place', join => join.onRef('place.community_id', '=', 'post.community_id').onRef('place.id', '=', 'post.place_id'))
    .leftJoin('place as estate', join => join.onRef('estate.community_id', '=', 'post.community_id')
      .on('estate.id', '=', sql<number>`case place.kind when 'estate' then place.id else place.estate_id end`))
    .leftJoin('place as building', join => join.onRef('building.community_id', '=', 'post.community_id')
      .on('building.id', '=', sql<number>`case place.kind when 'building' then place.id else place.building_id end`))
    .leftJoin('place as entrance', join => join.onRef('entrance.community_id', '=', 'post.community_id')
      .on('entrance.id', '=', sql<number>`case place.kind when 'entrance' then place.id else place.entrance_id end`))
    .where('post.community_id', '=', db.community)
}

// A grid that covers every entrance of a building covers the building, gate and garden too; and so the estate.
import type { GridKind, PlaceKind } from '#db/tables.ts'
import type { Reader, Writer } from '#kit/db.ts'

/** Replaces covers of all parts by one of the whole, from buildings up to estates. */
export async function widenGrids(db: Writer): Promise<void> {
  for (const kind of ['grid', 'micro_grid'] as const) {
    for (const [whole, part] of [['building', 'entrance'], ['estate', 'building']] as const) {
      const full = await fullyCovered(db, kind, whole, part)
      if (full.length === 0) continue
      await db.deleteFrom('grid_place').where('community_id', '=', db.community)
        .where('grid_id', 'in', full.map(one => one.grid_id))
        .where('place_id', 'in', db.selectFrom('place').select('id').where('community_id', '=', db.community)
          .where('parent_id', 'in', full.map(one => one.id)))
        .execute()
      await db.insertInto('grid_place').values(full.map(({ id, grid_id }) => ({ community_id: db.community, grid_id, place_id: id })))
        .onConflict(there => there.doNothing()).execute()
    }
  }
}

// Every part lies in the same grid of this kind: as many covers as parts, and only one grid among them.
async function fullyCovered(db: Reader, kind: GridKind, whole: PlaceKind, part: PlaceKind): Promise<{ id: number, grid_id: number }[]> {
  return db.selectFrom('place as whole')
    .innerJoin('place as part', join => join.onRef('part.community_id', '=', 'whole.community_id').onRef('part.parent_id', '=', 'whole.id'))
    .leftJoin(eb => eb.selectFrom('grid_place')
      .innerJoin('grid', join => join.onRef('grid.community_id', '=', 'grid_place.community_id').onRef('grid.id', '=', 'grid_place.grid_id'))
      .select(['grid_place.place_id', 'grid_place.grid_id'])
      .where('grid_place.community_id', '=', db.community).where('grid.kind', '=', kind).as('cover'),
    join => join.onRef('cover.place_id', '=', 'part.id'))
    .select(eb => ['whole.id', eb.fn.min('cover.grid_id').$notNull().as('grid_id')])
    .where('whole.community_id', '=', db.community).where('whole.kind', '=', whole).where('part.kind', '=', part)
    .groupBy('whole.id')
    .having(eb => eb(eb.fn.countAll(), '=', eb.fn.count('cover.grid_id')))
    .having(eb => eb(eb.fn.min('cover.grid_id'), '=', eb.fn.max('cover.grid_id')))
    .execute()
}

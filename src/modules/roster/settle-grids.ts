// The grids that a list names, and which entrances or buildings they cover.
import type { GridKind } from '#db/tables.ts'
import type { Writer } from '#kit/db.ts'
import { laidOver } from '#modules/roster/problems.ts'
import { spotOf, type RosterRow } from '#modules/roster/roster.ts'
import { widenGrids } from '#modules/roster/widen-grids.ts'
import type { Settled } from '#modules/places/public.ts'

export interface SettledGrids {
  /** The micro-grid of the row, else its grid, else null. */
  idOf(row: RosterRow): number | null
  added: number
  /** How many entrances or buildings came into another grid. */
  laid: number
}

/** Makes the grids of these rows, and lays them over the entrance (or building) of each home. */
export async function settleGrids(db: Writer, rows: readonly RosterRow[], places: Settled): Promise<SettledGrids> {
  const grids = await gridsThere(db)
  const before = grids.size
  for (const row of rows) {
    const grid = row.grid ? await gridNamed(db, grids, 'grid', row.grid, null) : null
    if (row.microGrid) await gridNamed(db, grids, 'micro_grid', row.microGrid, grid)
  }
  const idOf = (kind: GridKind, name: string) => grids.get(`${kind} ${name}`)?.id ?? null
  const laid = await lay(db, rows, places, { grid: row => idOf('grid', row.grid), micro_grid: row => idOf('micro_grid', row.microGrid) })
  await widenGrids(db)
  return { added: grids.size - before, laid, idOf: row => row.microGrid ? idOf('micro_grid', row.microGrid) : idOf('grid', row.grid) }
}

type Grids = Map<string, { id: number, parent_id: number | null }>

async function gridsThere(db: Writer): Promise<Grids> {
  const rows = await db.selectFrom('grid').select(['id', 'parent_id', 'kind', 'name']).where('community_id', '=', db.community).execute()
  return new Map(rows.map(({ id, parent_id, kind, name }) => [`${kind} ${name}`, { id, parent_id }]))
}

async function gridNamed(db: Writer, grids: Grids, kind: GridKind, name: string, parent: number | null): Promise<number> {
  const key = `${kind} ${name}`
  const there = grids.get(key)
  if (there && (parent === null || there.parent_id === parent)) return there.id
  const { id } = there
    ? await db.updateTable('grid').set({ parent_id: parent }).where('community_id', '=', db.community).where('id', '=', there.id)
      .returning('id').executeTakeFirstOrThrow()
    : await db.insertInto('grid').values({ community_id: db.community, kind, name, parent_id: parent }).returning('id')
      .executeTakeFirstOrThrow()
  grids.set(key, { id, parent_id: parent })
  return id
}

async function lay(
  db: Writer, rows: readonly RosterRow[], places: Settled, wanted: Record<GridKind, (row: RosterRow) => number | null>,
): Promise<number> {
  const covers = await coversThere(db)
  // Wide before narrow: what lies in a covered building needs no cover of its own.
  const perPlace = [...new Map(rows.filter(row => row.grid || row.microGrid).map(row => [laidOver(row), row])).values()]
    .filter(row => row.home !== '').toSorted((one, other) => Number(one.entrance !== '') - Number(other.entrance !== ''))
  let laid = 0
  for (const row of perPlace) {
    const spot = { ...spotOf(row), home: '' }
    const place = places.idOf(spot)
    const chain = [place, places.idOf({ ...spot, entrance: '' }), places.idOf({ ...spot, entrance: '', building: '' })]
    for (const kind of ['grid', 'micro_grid'] as const) {
      const grid = wanted[kind](row)
      const nearest = chain.map(each => covers.get(`${kind} ${each}`)).find(cover => cover !== undefined)
      if (grid === null || nearest === grid || place === null) continue
      await cover(db, kind, grid, place)
      covers.set(`${kind} ${place}`, grid)
      laid += 1
    }
  }
  return laid
}

async function coversThere(db: Writer): Promise<Map<string, number>> {
  const rows = await db.selectFrom('grid_place')
    .innerJoin('grid', join => join.onRef('grid.community_id', '=', 'grid_place.community_id').onRef('grid.id', '=', 'grid_place.grid_id'))
    .select(['grid.kind', 'grid_place.grid_id', 'grid_place.place_id']).where('grid_place.community_id', '=', db.community)
    .orderBy('grid_place.grid_id', 'desc').execute()
  return new Map(rows.map(row => [`${row.kind} ${row.place_id}`, row.grid_id]))
}

async function cover(db: Writer, kind: GridKind, grid: number, place: number): Promise<void> {
  await db.deleteFrom('grid_place').where('community_id', '=', db.community).where('place_id', '=', place)
    .where('grid_id', 'in', db.selectFrom('grid').select('id').where('community_id', '=', db.community).where('kind', '=', kind)).execute()
  await db.insertInto('grid_place').values({ community_id: db.community, grid_id: grid, place_id: place }).execute()
}

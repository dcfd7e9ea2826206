// What a list says of its homes: floor, area, and the grids that they lie in.
import { sql } from 'kysely'
import type { Writer } from '#kit/db.ts'
import { spotOf, type RosterRow } from '#modules/roster/roster.ts'
import { chunks, floorOf, type Settled } from '#modules/places/public.ts'

/** Writes down the homes of these rows; an area that differs is taken over, one that the list lacks stays. */
export async function settleHomes(db: Writer, rows: readonly RosterRow[], places: Settled): Promise<{ added: number, changed: number }> {
  const there = await homesThere(db)
  const wanted = new Map<number, { place_id: number, floor: number | null, area: number | null, area_source: RosterRow['areaSource'] }>()
  for (const row of rows) {
    const place_id = places.idOf(spotOf(row))
    if (row.home === '' || place_id === null) continue
    const before = wanted.get(place_id) ?? there.get(place_id) ?? { floor: floorOf(row.home), area: null, area_source: null }
    const measured = row.area === null ? before : { area: row.area, area_source: row.areaSource ?? 'registered' }
    wanted.set(place_id, { place_id, floor: row.floor ?? before.floor, area: measured.area, area_source: measured.area_source })
  }
  const news = [...wanted.values()].filter(home => {
    const before = there.get(home.place_id)
    return !before || before.floor !== home.floor || before.area !== home.area || before.area_source !== home.area_source
  })
  for (const chunk of chunks(news)) {
    await db.insertInto('home').values(chunk.map(home => ({ ...home, community_id: db.community })))
      .onConflict(there => there.columns(['community_id', 'place_id']).doUpdateSet({
        floor: sql`excluded.floor`, area: sql`excluded.area`, area_source: sql`excluded.area_source`,
      })).execute()
  }
  const changed = news.filter(home => there.has(home.place_id)).length
  return { added: news.length - changed, changed }
}

async function homesThere(db: Writer) {
  const rows = await db.selectFrom('home').select(['place_id', 'floor', 'area', 'area_source']).where('community_id', '=', db.community)
    .execute()
  return new Map(rows.map(row => [row.place_id, row]))
}

// What is known already: open matters that everybody may see and that concern a building, so that nobody has to report it twice.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { visibleTo } from '#modules/matters/visible.ts'
import type { Actor } from '#modules/people/public.ts'
import { buildingOf, estateOf, type Place } from '#modules/places/public.ts'
import type { Category } from '#modules/router/public.ts'

/** Open public matters of these categories in the building of a place, or of its whole estate; those of the building first, then the newest. Before anybody looked, as the router proposed. One statement. */
export async function knownHere(db: Reader, actor: Actor, { place, categories, limit = 2 }: { place: Place, categories: readonly Category[], limit?: number }) {
  const building = buildingOf(place)
  const category = sql<string>`coalesce(matter.category, matter.proposed_category)`
  return visibleTo(db, actor)
    .leftJoin('place as around', join => join.onRef('around.community_id', '=', 'matter.community_id').on(on => on('around.id', '=', on.fn.coalesce('matter.building_id', 'matter.estate_id'))))
    .select(['matter.id', 'matter.text', 'matter.step', category.as('category'), 'around.name as around'])
    .where('matter.standing', '=', 'shown').where('matter.private', '=', false).where('place.kind', '<>', 'home')
    .where('matter.withdrawn_at', 'is', null).where('matter.step', '<>', 'close').where(category, 'in', categories)
    .where(eb => eb.or([
      ...building === null ? [] : [eb('matter.building_id', '=', building)],
      eb.and([eb('matter.estate_id', '=', estateOf(place)), eb('matter.building_id', 'is', null)]),
    ]))
    .orderBy('matter.building_id', order => order.asc().nullsLast()).orderBy('matter.id', 'desc').limit(limit).execute()
}

// Open data about places: the tree down to entrances and things; homes are nobody else's business.
import type { Reader } from '#kit/db.ts'

/** Places by number after `after`, without homes and without what stands in one. One statement. */
export async function openPlaces(db: Reader, { after, most }: { after: number, most: number }) {
  return db.selectFrom('place').leftJoin('place as parent',
    join => join.onRef('parent.community_id', '=', 'place.community_id').onRef('parent.id', '=', 'place.parent_id'))
    .select(['place.id', 'place.parent_id', 'place.kind', 'place.name', 'place.label'])
    .where('place.community_id', '=', db.community).where('place.kind', '<>', 'home').where('place.id', '>', after)
    .where(eb => eb.or([eb('parent.kind', 'is', null), eb('parent.kind', '<>', 'home')]))
    .orderBy('place.id').limit(most).execute()
}

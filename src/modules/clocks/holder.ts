// Who is told when nothing moves: the lowest post above that somebody holds over the place today.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { lineage, placeById } from '#modules/places/public.ts'

/** Somebody who holds a post of a chain; `step` is its place in the chain. */
export interface Holder {
  step: number
  kind: string
  personId: number
}

/** The first post of the chain that somebody holds over the place on `today`, the smallest covering place first; null when nobody does. */
export async function holderAbove(db: Reader, chain: readonly string[], place: number | null, today: string): Promise<Holder | null> {
  if (chain.length === 0) return null
  const around = place === null ? [] : lineage(await placeById(db, place))
  const everywhere = sql<boolean>`(post.place_id is null and post.grid_id is null and organisation.place_id is null)`
  const covered = sql<number>`case when post.place_id is not null then post.place_id
    when post.grid_id is not null then grid_place.place_id else organisation.place_id end`
  const found = await db.selectFrom('post')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'post.community_id').onRef('person.id', '=', 'post.person_id'))
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'post.community_id')
      .onRef('organisation.id', '=', 'post.organisation_id'))
    .leftJoin('grid_place', join => join.onRef('grid_place.community_id', '=', 'post.community_id')
      .onRef('grid_place.grid_id', '=', 'post.grid_id'))
    .select(['post.kind', 'post.person_id'])
    .where('post.community_id', '=', db.community).where('post.kind', 'in', chain).where('person.erased_at', 'is', null)
    .where('post.since', '<=', today).where(eb => eb.or([eb('post.until', 'is', null), eb('post.until', '>=', today)]))
    .where(eb => eb.or([everywhere, eb(covered, 'in', around.length > 0 ? around : [0])]))
    .orderBy(sql`array_position(${[...chain]}::text[], post.kind)`)
    .orderBy(sql`case when not ${everywhere} then array_position(${around}::bigint[], ${covered}) end`, order => order.asc().nullsLast())
    .orderBy('post.id').limit(1).executeTakeFirst()
  return found ? { step: chain.indexOf(found.kind), kind: found.kind, personId: found.person_id } : null
}

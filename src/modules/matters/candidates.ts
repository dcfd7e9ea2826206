// To whom a matter can be given: organisations, and the people who hold posts in them today.
import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Reader } from '#kit/db.ts'
import type { Place } from '#modules/places/public.ts'

/** The organisations that serve the place's estate or the whole community, each with the people in it. One statement. */
export async function candidates(db: Reader, place: Pick<Place, 'id' | 'estate_id'>, today: string) {
  return db.selectFrom('organisation')
    .select(['organisation.id', 'organisation.kind', 'organisation.name'])
    .select(eb => jsonArrayFrom(eb.selectFrom('post')
      .innerJoin('person', join => join.onRef('person.community_id', '=', 'post.community_id').onRef('person.id', '=', 'post.person_id'))
      .select(['person.id', 'person.name', sql<string>`min(post.kind)`.as('kind')])
      .whereRef('post.community_id', '=', 'organisation.community_id').whereRef('post.organisation_id', '=', 'organisation.id')
      .where('post.since', '<=', today).where(open => open.or([open('post.until', 'is', null), open('post.until', '>=', today)]))
      .groupBy(['person.id', 'person.name']).orderBy('person.id').limit(MOST)).as('people'))
    .where('organisation.community_id', '=', db.community)
    .where(eb => eb.or([eb('organisation.place_id', 'is', null), eb('organisation.place_id', 'in', [place.id, place.estate_id ?? place.id])]))
    .orderBy('organisation.kind').orderBy('organisation.name').execute()
}

const MOST = 40

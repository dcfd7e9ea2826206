// The street's question over its communities: counts and nothing else.
import { sql } from 'kysely'
import { at, type Database } from '#kit/db.ts'

/** The street of this number or name, or undefined. */
export async function streetNamed(commons: Database['commons'], named: string) {
  const id = /^\d{1,9}$/u.test(named) ? Number(named) : null
  // PostgreSQL refuses some texts with an error; no street is called so.
  if (/\p{C}/u.test(named)) return undefined
  return commons.selectFrom('street').select(['id', 'name']).$if(id !== null, asked => asked.where('id', '=', id ?? 0))
    .$if(id === null, asked => asked.where('name', '=', named)).executeTakeFirst()
}

/** For each community of the street: what is open, late, done since the month began, and how often one to five stars were given since then. */
export async function streetCounts(commons: Database['commons'], street: number, now: Temporal.Instant) {
  return commons.selectFrom(sql<{ community_id: number, open: number, late: number, done: number, stars: number[] }>`street_counts(${street}, ${at(now)})`.as('counted'))
    .innerJoin('community', 'community.id', 'counted.community_id')
    .select(['community.slug', 'community.name', 'counted.open', 'counted.late', 'counted.done', 'counted.stars'])
    .orderBy('community.id').execute()
}

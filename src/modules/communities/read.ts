// Questions across communities: which there are, and for which of them an account stands for somebody.
import { sql } from 'kysely'
import type { Database } from '#kit/db.ts'

type Commons = Database['commons']

const COLUMNS = ['community.id', 'community.slug', 'community.name', 'street.name as street', 'community.method', 'community.phone',
  'community.time_zone', 'community.demo'] as const

// The same shape as in the table; anything else is not asked for, since PostgreSQL refuses some texts with an error.
const SLUG = /^[a-z][a-z0-9-]{1,30}$/u

/** Every community of this installation, street by street. */
export async function communities(commons: Commons) {
  return commons.selectFrom('community').innerJoin('street', 'street.id', 'community.street_id').select(COLUMNS)
    .orderBy('street.name').orderBy('community.id').execute()
}

/** The community at this address, or undefined. */
export async function communityAt(commons: Commons, slug: string) {
  if (!SLUG.test(slug)) return undefined
  return commons.selectFrom('community').innerJoin('street', 'street.id', 'community.street_id').select(COLUMNS)
    .where('slug', '=', slug).executeTakeFirst()
}

/** The id that the next community will have; two that are founded at once collide, and one is told so. */
export async function nextCommunity(commons: Commons): Promise<number> {
  const { last } = await commons.selectFrom('community').select(eb => eb.fn.max('id').as('last')).executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

/** Whom an account stands for, community by community. */
export async function membershipsOf(commons: Commons, accountId: string) {
  return commons.selectFrom('membership').innerJoin('community', 'community.id', 'membership.community_id')
    .select(['membership.community_id', 'membership.person_id', 'community.slug', 'community.name'])
    .where('account_id', '=', accountId).orderBy('membership.community_id').orderBy('membership.person_id').execute()
}

/** The people whom this phone (as blind index) belongs to, community by community, with the account that stands for each. */
export async function membershipsOfPhone(commons: Commons, phoneIndex: string) {
  return commons.selectFrom('membership').innerJoin('community', 'community.id', 'membership.community_id')
    .select(['membership.community_id', 'membership.person_id', 'membership.account_id', 'community.time_zone'])
    .where('phone_index', '=', phoneIndex).orderBy('membership.community_id').orderBy('membership.person_id').execute()
}

/** The community and place that a printed code names, or undefined: the one question asked before the community is known. */
export async function communityOfCode(database: Database, code: string): Promise<{ slug: string, placeId: number } | undefined> {
  if (!/^[0-9A-Z]{4,12}$/u.test(code)) return undefined
  const found = await database.commons.selectFrom(sql<{ community_id: number, place_id: number }>`place_of_code(${code})`.as('found'))
    .innerJoin('community', 'community.id', 'found.community_id')
    .select(['community.slug', 'found.place_id']).executeTakeFirst()
  return found && { slug: found.slug, placeId: found.place_id }
}

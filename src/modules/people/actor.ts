// Whoever acts: a person with homes and posts in one community, or somebody without an account.
import { sql, type ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB, TieKind } from '#db/tables.ts'
import type { Somebody } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'

/** The one who acts, as every rule sees him. */
export interface Actor extends Somebody {
  readonly name: string | null
  readonly homes: readonly { id: number, kind: TieKind, label: string, estate_id: number | null, building_id: number | null, entrance_id: number | null }[]
  /** Posts held today; `places` are what a post covers, null for the whole community. */
  readonly posts: readonly { kind: string, organisation: string, places: readonly number[] | null }[]
}

/** Somebody who did not sign in: may look, raise and ask for help. */
export function passerBy(community: number): Actor {
  return { community, personId: null, name: null, homes: [], posts: [] }
}

/** The person with the posts and homes held on `today` (a date such as 2026-11-22); a passer-by when there is no such person. */
export async function actorOf(db: Reader, personId: number, today: string): Promise<Actor> {
  const found = await db.selectFrom('person')
    .select(eb => ['id', 'name',
      jsonArrayFrom(homesOn(eb, today)).as('homes'),
      jsonArrayFrom(postsOn(eb, today)).as('posts')])
    .where('community_id', '=', db.community).where('id', '=', personId).where('erased_at', 'is', null)
    .executeTakeFirst()
  return found ? { community: db.community, personId: found.id, name: found.name, homes: found.homes, posts: found.posts } : passerBy(db.community)
}

function homesOn(eb: ExpressionBuilder<DB, 'person'>, today: string) {
  return eb.selectFrom('tie')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'tie.community_id').onRef('place.id', '=', 'tie.home_id'))
    .select(['place.id', 'tie.kind', 'place.label', 'place.estate_id', 'place.building_id', 'place.entrance_id'])
    .whereRef('tie.community_id', '=', 'person.community_id').whereRef('tie.person_id', '=', 'person.id')
    .where('tie.since', '<=', today)
    .where(open => open.or([open('tie.until', 'is', null), open('tie.until', '>=', today)]))
    .orderBy('tie.id')
}

function postsOn(eb: ExpressionBuilder<DB, 'person'>, today: string) {
  return eb.selectFrom('post')
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'post.community_id')
      .onRef('organisation.id', '=', 'post.organisation_id'))
    .select(['post.kind', 'organisation.name as organisation', placesCovered().as('places')])
    .whereRef('post.community_id', '=', 'person.community_id').whereRef('post.person_id', '=', 'person.id')
    .where('post.since', '<=', today)
    .where(open => open.or([open('post.until', 'is', null), open('post.until', '>=', today)]))
    .orderBy('post.id')
}

// An organisation that serves one estate gives its posts that estate, where the post itself names no place.
function placesCovered() {
  return sql<number[] | null>`case
    when post.place_id is not null then json_build_array(post.place_id)
    when post.grid_id is not null then (select coalesce(json_agg(covered.place_id), '[]') from grid_place covered
      where covered.community_id = post.community_id and covered.grid_id = post.grid_id)
    when organisation.place_id is not null then json_build_array(organisation.place_id)
    end`
}

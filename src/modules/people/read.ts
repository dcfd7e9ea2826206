// The questions about people: who holds what, who is found by name, who acts for whom.
import { sql, type ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB } from '#db/tables.ts'
import type { Reader } from '#kit/db.ts'
import type { Actor } from '#modules/people/actor.ts'
import { holds, type Right } from '#modules/people/post.ts'

/** Every post that ends on or after `today`, or before it (`former`, the latest first): names are public, phones are not. */
export async function postsHeld(db: Reader, today: string, former = false, limit = 2000) {
  return db.selectFrom('post')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'post.community_id').onRef('person.id', '=', 'post.person_id'))
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'post.community_id')
      .onRef('organisation.id', '=', 'post.organisation_id'))
    .leftJoin('place', join => join.onRef('place.community_id', '=', 'post.community_id').onRef('place.id', '=', 'post.place_id'))
    .leftJoin('grid', join => join.onRef('grid.community_id', '=', 'post.community_id').onRef('grid.id', '=', 'post.grid_id'))
    .select(['post.id', 'post.kind', 'post.since', 'post.until', 'post.person_id', 'person.name', 'organisation.id as organisation_id',
      'organisation.name as organisation', 'organisation.kind as organisation_kind',
      sql<string | null>`coalesce(place.label, grid.name)`.as('over')])
    .where('post.community_id', '=', db.community)
    .where(eb => former ? eb('post.until', '<', today) : eb.or([eb('post.until', 'is', null), eb('post.until', '>=', today)]))
    .$if(former, past => past.orderBy('post.until', 'desc'))
    .orderBy('organisation.kind').orderBy('organisation.id').orderBy('post.id').limit(limit).execute()
}

const FOUND = 30

/** People whose name begins so, among those at whose homes the actor has the right; without homes only for the whole community. */
export async function peopleNamed(db: Reader, actor: Actor, right: Right, name: string, limit = FOUND) {
  const everywhere = holds(actor, right, null)
  const places = actor.posts.flatMap(post => holds({ ...actor, posts: [post] }, right) ? post.places ?? [] : [])
  if (!everywhere && places.length === 0) return []
  return db.selectFrom('person').select(['person.id', 'person.name', 'person.phone_sealed', 'person.document_sealed'])
    .select(eb => jsonArrayFrom(openTies(eb).select(['place.label', 'tie.kind']).orderBy('tie.id')).as('homes'))
    .where('person.community_id', '=', db.community).where('person.erased_at', 'is', null)
    .where(eb => eb(eb.fn('starts_with', ['person.name', eb.val(name)]), '=', eb.lit(true)))
    .$if(!everywhere, found => found.where(eb => eb.exists(openTies(eb).select('tie.id').where(eb => eb.or([
      eb('place.id', 'in', places), eb('place.estate_id', 'in', places), eb('place.building_id', 'in', places),
      eb('place.entrance_id', 'in', places),
    ])))))
    .orderBy('person.name').orderBy('person.id').limit(limit).execute()
}

function openTies(eb: ExpressionBuilder<DB, 'person'>) {
  return eb.selectFrom('tie')
    .innerJoin('place', join => join.onRef('place.community_id', '=', 'tie.community_id').onRef('place.id', '=', 'tie.home_id'))
    .whereRef('tie.community_id', '=', 'person.community_id').whereRef('tie.person_id', '=', 'person.id').where('tie.until', 'is', null)
}

/** Those for whom the person may act, by an open mandate. */
export async function principalsOf(db: Reader, agentId: number, today: string) {
  return db.selectFrom('mandate')
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'mandate.community_id')
      .onRef('person.id', '=', 'mandate.principal_id'))
    .select(['person.id', 'person.name'])
    .where('mandate.community_id', '=', db.community).where('mandate.agent_id', '=', agentId)
    .where('mandate.ended_at', 'is', null).where('mandate.since', '<=', today)
    .where(eb => eb.or([eb('mandate.until', 'is', null), eb('mandate.until', '>=', today)]))
    .orderBy('mandate.id').execute()
}

/** The grids of the community, for a choice. */
export async function grids(db: Reader) {
  return db.selectFrom('grid').select(['id', 'name', 'kind']).where('community_id', '=', db.community)
    .orderBy('kind').orderBy('name').execute()
}

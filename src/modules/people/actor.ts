// Whoever acts: a person with homes and posts in one community, or somebody without an account.
import { sql, type ExpressionBuilder, type InferResult } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB, TieKind } from '#db/tables.ts'
import type { Somebody } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { question } from '#kit/question.ts'

/** The one who acts, as every rule sees him. */
export interface Actor extends Somebody {
  readonly name: string | null
  readonly homes: readonly { id: number, kind: TieKind, label: string, estate_id: number | null, building_id: number | null, entrance_id: number | null }[]
  /** Posts held today; `places` are what a post covers, null for the whole community. */
  readonly posts: readonly { kind: string, organisation: string, organisation_id: number, places: readonly number[] | null }[]
}

/** Somebody who did not sign in: may look, raise and ask for help. */
export function passerBy(community: number): Actor {
  return { community, personId: null, mayActFor: [], name: null, homes: [], posts: [] }
}

/** The person with the posts and homes held on `today` (a date such as 2026-11-22); a passer-by when there is no such person. */
export async function actorOf(db: Reader, personId: number, today: string): Promise<Actor> {
  return actorIn(db.community, await db.ask(person({ community: db.community, personId, today })))
}

/** Whom an account stands for: `chosen` where there are several and it is one of them, or the first; a passer-by when there is nobody. */
export async function actorOfAccount(db: Reader, accountId: string, today: string, chosen = 0): Promise<Actor> {
  return actorIn(db.community, await db.ask(personOfAccount({ community: db.community, accountId, today, chosen })))
}

function actorIn(community: number, [found]: Found[]): Actor {
  if (!found) return passerBy(community)
  const { id, name, homes, posts, mandates } = found
  return { community, personId: id, mayActFor: mandates.map(mandate => mandate.principal_id), name, homes, posts }
}

type Found = InferResult<ReturnType<typeof everything>>[number]

const person = question<{ community: number, personId: number, today: string }>()((db, { community, personId, today }) =>
  everything(db, today).where('person.community_id', '=', community).where('person.id', '=', personId))

const personOfAccount = question<{ community: number, accountId: string, today: string, chosen: number }>()((db, asked) =>
  everything(db, asked.today).where('person.community_id', '=', asked.community).where('person.id', '=', eb => eb.selectFrom('membership')
    .select('person_id').where('community_id', '=', asked.community).where('account_id', '=', asked.accountId)
    .orderBy(first => first('person_id', '=', asked.chosen), 'desc').orderBy('person_id').limit(1)))

function everything(db: Pick<Reader, 'selectFrom'>, today: string) {
  return db.selectFrom('person')
    .select(eb => ['person.id', 'person.name',
      jsonArrayFrom(homesOn(eb, today)).as('homes'),
      jsonArrayFrom(postsOn(eb, today)).as('posts'),
      jsonArrayFrom(mandatesOn(eb, today)).as('mandates')])
    .where('person.erased_at', 'is', null)
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
    .select(['post.kind', 'organisation.name as organisation', 'organisation.id as organisation_id', placesCovered().as('places')])
    .whereRef('post.community_id', '=', 'person.community_id').whereRef('post.person_id', '=', 'person.id')
    .where('post.since', '<=', today)
    .where(open => open.or([open('post.until', 'is', null), open('post.until', '>=', today)]))
    .orderBy('post.id')
}

function mandatesOn(eb: ExpressionBuilder<DB, 'person'>, today: string) {
  return eb.selectFrom('mandate').select('mandate.principal_id')
    .whereRef('mandate.community_id', '=', 'person.community_id').whereRef('mandate.agent_id', '=', 'person.id')
    .where('mandate.since', '<=', today).where('mandate.ended_at', 'is', null)
    .where(open => open.or([open('mandate.until', 'is', null), open('mandate.until', '>=', today)]))
    .orderBy('mandate.id')
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

// Which sessions somebody may see: every question and every act about one starts here.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { Actor } from '#modules/people/public.ts'
import { councilText } from '#text/councils.ts'
import { sessionText } from '#text/council-session.ts'

/** All of them with their council, for what nobody in particular does. */
export function everySession(db: Reader) {
  return db.selectFrom('council_session')
    .innerJoin('council', join => join.onRef('council.community_id', '=', 'council_session.community_id').onRef('council.id', '=', 'council_session.council_id'))
    .where('council_session.community_id', '=', db.community)
}

/** Everything public; a mediation whoever convened it, its keeper, and those invited, themselves or by an organisation in which they hold a post. */
export function visibleSessions(db: Reader, actor: Actor) {
  return everySession(db).where(eb => eb.or([
    eb('council_session.kind', '<>', 'mediation'),
    ...actor.personId === null ? [] : [
      eb('council_session.convener_id', '=', actor.personId), eb('council_session.keeper_id', '=', actor.personId),
      eb('council_session.id', 'in', seatsOf(db, actor).select('session_seat.session_id')),
    ],
  ]))
}

/** The seats of the actor and of his organisations, at whatever session. */
export function seatsOf(db: Reader, actor: Actor) {
  return db.selectFrom('session_seat').where('session_seat.community_id', '=', db.community).where(eb => eb.or([
    eb('session_seat.person_id', '=', actor.personId ?? 0), eb('session_seat.organisation_id', 'in', organisationsOf(actor)),
  ]))
}

/** The organisations in which the actor holds a post; never an empty list. */
export function organisationsOf(actor: Actor): number[] {
  return [0, ...actor.posts.map(post => post.organisation_id)]
}

/** What a council covers: its place, the places of its grid, or null for the whole community. */
export function covered() {
  return sql<number[] | null>`case
    when council.place_id is not null then json_build_array(council.place_id)
    when council.grid_id is not null then (select coalesce(json_agg(covered.place_id), '[]') from grid_place covered
      where covered.community_id = council.community_id and covered.grid_id = council.grid_id)
    end`
}

/** There is no such council here. */
export function noCouncil(): NotFound {
  return new NotFound(lang => councilText(lang).noCouncil)
}

/** There is no such session for this actor. */
export function noSession(): NotFound {
  return new NotFound(lang => sessionText(lang).noSession)
}

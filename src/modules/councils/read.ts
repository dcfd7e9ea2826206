// The questions about councils: which there are, who sits there, what was missed, and which sessions there are.
import { sql, type ExpressionBuilder } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { DB, SeatParty, SessionKind } from '#db/tables.ts'
import { at, type Reader } from '#kit/db.ts'
import { standOf, type Stand } from '#modules/councils/session.ts'
import { covered, noCouncil, organisationsOf, visibleSessions } from '#modules/councils/visible.ts'
import type { Actor } from '#modules/people/public.ts'

/** A council as it is shown. */
export type Council = Awaited<ReturnType<typeof councils>>[number]

/** All of them, by name, with the dates that were missed of late. One statement. */
export async function councils(db: Reader) {
  return rowsOf(db).orderBy('council.name').orderBy('council.id').execute()
}

/** One of them, with its seats, and how many mediations it held or will hold: all that those who were not invited hear of them. Throws NotFound. One statement. */
export async function councilById(db: Reader, id: number) {
  const found = await rowsOf(db).select(eb => [jsonArrayFrom(seats(eb)).as('seats'), mediations(eb).as('mediations')]).where('council.id', '=', id).executeTakeFirst()
  if (!found) throw noCouncil()
  return found
}

const MISSED_SHOWN = 6

function rowsOf(db: Reader) {
  return db.selectFrom('council')
    .innerJoin('person as convener', join => join.onRef('convener.community_id', '=', 'council.community_id').onRef('convener.id', '=', 'council.convener_id'))
    .leftJoin('place', join => join.onRef('place.community_id', '=', 'council.community_id').onRef('place.id', '=', 'council.place_id'))
    .leftJoin('grid', join => join.onRef('grid.community_id', '=', 'council.community_id').onRef('grid.id', '=', 'council.grid_id'))
    .select(['council.id', 'council.name', 'council.about', 'council.room', 'council.place_id', 'council.grid_id', 'council.begins_on', 'council.minute',
      'council.minutes', 'council.rule', 'council.quorum', 'council.topic_homes', 'council.convener_id', 'convener.name as convener',
      sql<string | null>`coalesce(place.label, grid.name)`.as('over'), covered().as('places')])
    .select(eb => jsonArrayFrom(eb.selectFrom('council_missed').select('council_missed.missed_on')
      .whereRef('council_missed.community_id', '=', 'council.community_id').whereRef('council_missed.council_id', '=', 'council.id')
      .orderBy('council_missed.missed_on', 'desc').limit(MISSED_SHOWN)).as('missed'))
    .where('council.community_id', '=', db.community)
}

function seats(eb: ExpressionBuilder<DB, 'council'>) {
  return eb.selectFrom('council_seat')
    .leftJoin('person', join => join.onRef('person.community_id', '=', 'council_seat.community_id').onRef('person.id', '=', 'council_seat.person_id'))
    .leftJoin('organisation', join => join.onRef('organisation.community_id', '=', 'council_seat.community_id').onRef('organisation.id', '=', 'council_seat.organisation_id'))
    .select(['council_seat.id', 'council_seat.party', 'council_seat.person_id', 'council_seat.organisation_id', 'person.name as person', 'organisation.name as organisation'])
    .whereRef('council_seat.community_id', '=', 'council.community_id').whereRef('council_seat.council_id', '=', 'council.id').where('council_seat.ended_at', 'is', null)
    .orderBy('council_seat.party').orderBy('council_seat.id')
}

function mediations(eb: ExpressionBuilder<DB, 'council'>) {
  return eb.selectFrom('council_session').select(count => count.fn.countAll<number>().as('n'))
    .whereRef('council_session.community_id', '=', 'council.community_id').whereRef('council_session.council_id', '=', 'council.id')
    .where('council_session.kind', '=', 'mediation').where('council_session.cancelled_at', 'is', null)
}

/** A session in a list. `own`: the actor has a seat there, convened it or keeps its minutes. */
export interface Listed {
  readonly id: number
  readonly council_id: number
  readonly council: string
  readonly number: number
  readonly kind: SessionKind
  readonly title: string
  readonly begins_at: Temporal.Instant
  readonly minutes: number
  readonly room: string
  readonly place: string | null
  readonly stand: Stand
  readonly own: boolean
}

/** Which sessions: of one council; those that are still to come or going on, soonest first, or those that are over, latest first; all, latest first; behind a number. */
export interface SessionFilter {
  readonly council?: number
  readonly coming?: boolean
  readonly latest?: boolean
  readonly after?: number | null
}

/** So long after its hour a session that nobody opened counts as past. */
const STILL_COMING = { hours: 24 }

/** The sessions that the actor may see. One statement. */
export async function sessions(db: Reader, actor: Actor, { council, coming, latest, after = null }: SessionFilter, now: Temporal.Instant, limit: number): Promise<Listed[]> {
  const ahead = at(now.subtract(STILL_COMING))
  const rows = await visibleSessions(db, actor)
    .leftJoin('session_minutes', join => join.onRef('session_minutes.community_id', '=', 'council_session.community_id').onRef('session_minutes.session_id', '=', 'council_session.id'))
    .leftJoin('place', join => join.onRef('place.community_id', '=', 'council_session.community_id').onRef('place.id', '=', 'council_session.place_id'))
    .select(['council_session.id', 'council_session.council_id', 'council.name as council', 'council_session.number', 'council_session.kind', 'council_session.title',
      'council_session.begins_at', 'council_session.minutes', 'council_session.room', 'council_session.opened_at', 'council_session.ended_at',
      'council_session.cancelled_at', 'session_minutes.sealed_at', 'place.label as place'])
    .select(eb => eb.or([
      eb('council_session.convener_id', '=', actor.personId ?? 0), eb('council_session.keeper_id', '=', actor.personId ?? 0),
      eb.exists(ownSeats(eb, db, actor)),
    ]).as('own'))
    .$if(council !== undefined, one => one.where('council_session.council_id', '=', council ?? 0))
    .$if(coming === true, some => some.where('council_session.ended_at', 'is', null).where('council_session.cancelled_at', 'is', null)
      .where('council_session.begins_at', '>', ahead).orderBy('council_session.begins_at'))
    .$if(coming === false, some => some.where(eb => eb.or([eb('council_session.ended_at', 'is not', null), eb('council_session.cancelled_at', 'is not', null),
      eb('council_session.begins_at', '<=', ahead)])).orderBy('council_session.begins_at', 'desc'))
    .$if(latest === true, some => some.orderBy('council_session.begins_at', 'desc'))
    .$if(after !== null, some => some.where('council_session.id', '>', after ?? 0))
    .orderBy('council_session.id').limit(limit).execute()
  return rows.map(({ opened_at, ended_at, cancelled_at, sealed_at, own, ...row }) => ({
    ...row, own: Boolean(own), stand: standOf({ opened_at, ended_at, cancelled_at, sealed_at }),
  }))
}

function ownSeats(eb: ExpressionBuilder<DB, 'council_session'>, db: Reader, actor: Actor) {
  return eb.selectFrom('session_seat').select('session_seat.id').where('session_seat.community_id', '=', db.community)
    .whereRef('session_seat.session_id', '=', 'council_session.id')
    .where(one => one.or([one('session_seat.person_id', '=', actor.personId ?? 0), one('session_seat.organisation_id', 'in', organisationsOf(actor))]))
}

/** Parties that sit there for themselves or for their neighbours: their names are for those at the table. */
export const NEIGHBOURS: ReadonlySet<SeatParty> = new Set(['residents', 'concerned'])

// Sessions for calendars: those that everybody may have, and those to which somebody is invited.
import { at, type Reader } from '#kit/db.ts'
import { seatsOf, visibleSessions } from '#modules/councils/visible.ts'
import { passerBy, type Actor } from '#modules/people/public.ts'

/** How long a session stays on calendars after its day, and a cancelled one as cancelled, so that calendar programs learn of it. */
const REMEMBERED = { hours: 90 * 24 }

/** A session on a calendar. */
export type Planned = Awaited<ReturnType<typeof sessionsPlanned>>[number]

/** Public sessions (of an estate: also those for the whole community), or with `invited` those where he has a seat, convened or keeps the minutes. One statement. */
export async function sessionsPlanned(db: Reader, { estate, invited }: { estate?: number, invited?: Actor }, now: Temporal.Instant) {
  const person = invited?.personId ?? 0
  return visibleSessions(db, invited ?? passerBy(db.community))
    .leftJoin('place as estate', join => join.onRef('estate.community_id', '=', 'council.community_id').onRef('estate.id', '=', 'council.place_id'))
    .select(['council_session.id', 'council_session.kind', 'council_session.title', 'council.name as council', 'council_session.number', 'council_session.begins_at',
      'council_session.minutes', 'council_session.room', 'council_session.cancelled_at', 'council_session.changes', 'council_session.changed_at'])
    .where('council_session.begins_at', '>', at(now.subtract(REMEMBERED)))
    .$if(estate !== undefined, some => some.where(eb => eb.or([eb('council.place_id', 'is', null), eb('council.place_id', '=', estate ?? 0), eb('estate.estate_id', '=', estate ?? 0)])))
    .$if(invited !== undefined, some => some.where(eb => eb.or([
      eb('council_session.convener_id', '=', person), eb('council_session.keeper_id', '=', person),
      eb('council_session.id', 'in', seatsOf(db, invited ?? passerBy(db.community)).select('session_seat.session_id')),
    ])))
    .orderBy('council_session.begins_at').orderBy('council_session.id').execute()
}

// Who is on duty at a moment.
import { sql, type RawBuilder } from 'kysely'
import { at, type Reader } from '#kit/db.ts'

/**
 * Everybody who is on duty at this moment and holds a post there that day, as a question: execute it, or join it as a table
 * (`db.selectFrom(onDutyNow(db, now).as('on_duty')).select('on_duty.person_id')`). Whoever has two posts stands there once for each turn.
 */
export function onDutyNow(db: Reader, now: Temporal.Instant) {
  return standing(db, now).where('duty_turn.from_at', '<=', at(now))
}

/** Who is on duty now and later on this day: those who are first stand first. */
export async function onDutyToday(db: Reader, now: Temporal.Instant, zone: string) {
  const midnight = now.toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 }).toZonedDateTime(zone).toInstant()
  return standing(db, now).where('duty_turn.from_at', '<', at(midnight)).orderBy('duty_turn.from_at').orderBy('organisation.name').orderBy('person.id').execute()
}

function standing(db: Reader, now: Temporal.Instant) {
  return db.selectFrom('duty_turn')
    .innerJoin('duty_roster', join => join.onRef('duty_roster.community_id', '=', 'duty_turn.community_id')
      .onRef('duty_roster.id', '=', 'duty_turn.roster_id'))
    .innerJoin('organisation', join => join.onRef('organisation.community_id', '=', 'duty_roster.community_id')
      .onRef('organisation.id', '=', 'duty_roster.organisation_id'))
    .innerJoin('person', join => join.onRef('person.community_id', '=', 'duty_turn.community_id')
      .onRef('person.id', '=', 'duty_turn.person_id'))
    .select(['duty_turn.person_id', 'person.name as person', 'duty_roster.id as roster_id', 'duty_roster.name as roster', 'duty_roster.on_call',
      'organisation.id as organisation_id', 'organisation.name as organisation', 'duty_turn.id as turn_id', 'duty_turn.from_at', 'duty_turn.until_at'])
    .where('duty_turn.community_id', '=', db.community).where('duty_turn.called_off_at', 'is', null)
    .where('duty_turn.until_at', '>', at(now))
    .where(eb => eb.exists(postThere(db, sql`${at(now)}`)))
}

/** Inside a question about `duty_turn` and `duty_roster`: the posts that its person holds in its team on the day of this moment. */
export function postThere(db: Reader, moment: RawBuilder<unknown>) {
  const day = sql<string>`(${moment} at time zone community.time_zone)::date`
  return db.selectFrom('post').innerJoin('community', 'community.id', 'post.community_id').select('post.id')
    .where('post.community_id', '=', db.community).where('post.person_id', '=', sql.ref<number>('duty_turn.person_id'))
    .where('post.organisation_id', '=', sql.ref<number>('duty_roster.organisation_id')).where('post.since', '<=', day)
    .where(eb => eb.or([eb('post.until', 'is', null), eb('post.until', '>=', day)]))
}

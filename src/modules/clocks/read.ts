// The questions about clocks and the calendar.
import { sql } from 'kysely'
import { at, type Database, type Reader } from '#kit/db.ts'
import type { Calendar } from '#modules/clocks/calendar.ts'
import { ownDays, week } from '#modules/clocks/version.ts'
import type { Clock } from '#modules/clocks/clock.ts'

/** The columns that `clockOf` reads, for questions that join a clock to its subject ('matters/' || id). */
export const CLOCK_COLUMNS = ['clock.subject', 'clock.name', 'clock.place_id', 'clock.counting', 'clock.started_at', 'clock.allowed',
  'clock.warn', 'clock.climb', 'clock.chain', 'clock.used', 'clock.running_since', 'clock.rung', 'clock.due_at', 'clock.next_at',
  'clock.ended_at'] as const

/** A row as it is read. */
export interface ClockRow extends Pick<Clock, 'subject' | 'name' | 'counting' | 'allowed' | 'warn' | 'climb' | 'chain' | 'used' | 'rung'> {
  place_id: number | null
  started_at: Temporal.Instant
  running_since: Temporal.Instant | null
  due_at: Temporal.Instant | null
  next_at: Temporal.Instant | null
  ended_at: Temporal.Instant | null
}

/** The clock of a row. */
export function clockOf({ place_id, started_at, running_since, due_at, next_at, ended_at, ...same }: ClockRow): Clock {
  return { ...same, place: place_id, startedAt: started_at, runningSince: running_since, dueAt: due_at, nextAt: next_at, endedAt: ended_at }
}

/** The calendar of the community, with all its versions. */
export async function calendarOf(db: Reader): Promise<Calendar> {
  const rows = await db.selectFrom('community')
    .leftJoin('calendar_version', 'calendar_version.community_id', 'community.id')
    .select(['community.time_zone', 'calendar_version.valid_from', 'calendar_version.week', 'calendar_version.holidays',
      'calendar_version.days'])
    .where('community.id', '=', db.community).orderBy('calendar_version.valid_from').execute()
  return {
    zone: rows[0]?.time_zone ?? 'Asia/Shanghai',
    versions: rows.flatMap(row => row.valid_from === null || row.holidays === null ? []
      : [{ validFrom: row.valid_from, holidays: row.holidays, week: week.parse(row.week), days: ownDays.parse(row.days) }]),
  }
}

/** All clocks of a subject, open and ended, the oldest first. */
export async function clocksOf(db: Reader, subject: string): Promise<Clock[]> {
  const rows = await db.selectFrom('clock').select(CLOCK_COLUMNS)
    .where('community_id', '=', db.community).where('subject', '=', subject).orderBy('id').execute()
  return rows.map(clockOf)
}

/** The clocks of all communities of which somebody must be told at `now`, the longest due first. */
export async function clocksDue(commons: Database['commons'], now: Temporal.Instant, most: number) {
  return commons.selectFrom(sql<{ community_id: number, clock_id: number }>`clocks_due(${at(now)}, ${most})`.as('due'))
    .select(['due.community_id', 'due.clock_id']).execute()
}

// Clocks are moved here and nowhere else: by the commands that the act writes into its own journal entry.
import { CompiledQuery } from 'kysely'
import type { Reader, Writer } from '#kit/db.ts'
import type { Calendar } from '#modules/clocks/calendar.ts'
import { timed, type Clock } from '#modules/clocks/clock.ts'
import { CLOCK_COLUMNS, calendarOf, clockOf } from '#modules/clocks/read.ts'
import { wind, type ClockCommand } from '#modules/clocks/wind.ts'

interface Kept {
  /** Null until it is stored. */
  id: number | null
  clock: Clock
}

/** Carries the commands out on the clocks of a subject, which the caller has locked; gives them back for `facts: { clocks }`. */
export async function keepTime(
  db: Writer, subject: string, at: Temporal.Instant, commands: readonly ClockCommand[],
): Promise<ClockCommand[]> {
  if (commands.length === 0) return []
  const [, calendar, open] = await Promise.all([holdCalendar(db, 'shared'), calendarOf(db), openClocks(db, subject)])
  const before = open.map(({ clock }) => clock)
  let after = before
  for (const command of commands) after = wind(after, command, { subject, at, calendar })
  await store(db, after.map((clock, i) => ({ id: open[i]?.id ?? null, clock })).filter(({ clock }, i) => clock !== before[i]))
  return [...commands]
}

/** The open clock of this id, with all of its subject locked in the order of `keepTime`; null when it is gone or ended. */
export async function clockToRing(db: Reader, id: number): Promise<Clock | null> {
  await holdCalendar(db, 'shared')
  const found = await db.selectFrom('clock').select('subject')
    .where('community_id', '=', db.community).where('id', '=', id).executeTakeFirst()
  if (!found) return null
  return (await openClocks(db, found.subject)).find(one => one.id === id)?.clock ?? null
}

/** Winds every running clock of the community by a new calendar. What was counted stays: a version never reaches into the past. */
export async function retimeAll(db: Writer, calendar: Calendar): Promise<void> {
  const rows = await db.selectFrom('clock').select(['clock.id', ...CLOCK_COLUMNS])
    .where('community_id', '=', db.community).where('running_since', 'is not', null).where('counting', '=', 'working')
    .orderBy('id').forUpdate().execute()
  await store(db, rows.map(({ id, ...row }) => ({ id, clock: timed(clockOf(row), calendar) })))
}

/** Keeps the calendar as it is until the end of the transaction, or from everybody else while it changes. */
export async function holdCalendar(db: Reader, how: 'shared' | 'alone'): Promise<void> {
  const lock = how === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock'
  await db.ask(CompiledQuery.raw(`select from ${lock}(${CALENDAR_LOCK}, $1)`, [db.community]))
}

// Any number that nobody else uses as the first half of an advisory lock.
const CALENDAR_LOCK = 6_163

async function openClocks(db: Reader, subject: string): Promise<{ id: number, clock: Clock }[]> {
  const rows = await db.selectFrom('clock').select(['clock.id', ...CLOCK_COLUMNS])
    .where('community_id', '=', db.community).where('subject', '=', subject).where('ended_at', 'is', null)
    .orderBy('id').forUpdate().execute()
  return rows.map(({ id, ...row }) => ({ id, clock: clockOf(row) }))
}

/** Writes clocks down: new ones in order, known ones in place. */
export async function store(db: Writer, kept: readonly Kept[]): Promise<void> {
  const changes = kept.map(({ id, clock }) => id === null ? null : db.updateTable('clock').set(moving(clock))
    .where('community_id', '=', db.community).where('id', '=', id).execute())
  const made = kept.filter(({ id }) => id === null).map(({ clock }) => ({ community_id: db.community, ...still(clock), ...moving(clock) }))
  await Promise.all([...changes, made.length > 0 && db.insertInto('clock').values(made).execute()])
}

function still({ subject, name, place, startedAt }: Clock) {
  return { subject, name, place_id: place, started_at: startedAt.toString() }
}

function moving({ counting, allowed, warn, climb, chain, used, runningSince, rung, dueAt, nextAt, endedAt }: Clock) {
  return {
    counting, allowed, warn, climb, chain: [...chain], used, rung, running_since: written(runningSince),
    due_at: written(dueAt), next_at: written(nextAt), ended_at: written(endedAt),
  }
}

function written(at: Temporal.Instant | null): string | null {
  return at?.toString() ?? null
}

// The commands that clocks obey; each act writes its own into its journal facts, so that all clocks can be made again. Pure.
import { z } from 'zod'
import type { Calendar } from '#modules/clocks/calendar.ts'
import { ALARMED, kept, timed, usedAt, WARNED, type Clock } from '#modules/clocks/clock.ts'

const name = z.string().min(1).max(40)
const amount = z.number().int().nonnegative()
const some = z.number().int().positive().nullable()
const chain = z.array(z.string().min(1).max(40)).max(12)

/** What stands in a journal entry under `clocks`. Amounts are counted milliseconds. */
export const clockCommands = z.array(z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('start'), name, counting: z.enum(['plain', 'working']), allowed: amount, warn: some, climb: some, chain,
    place: z.number().int().positive().nullable(),
  }),
  z.strictObject({ do: z.literal('stop'), name }),
  z.strictObject({ do: z.literal('pause') }),
  z.strictObject({ do: z.literal('resume') }),
  z.strictObject({ do: z.literal('allow'), name, counting: z.enum(['plain', 'working']).optional(), allowed: amount, warn: some, climb: some }),
  z.strictObject({ do: z.literal('chain'), name, chain }),
  z.strictObject({ do: z.literal('ring'), name, level: z.number().int().positive() }),
]))

/**
 * start a clock; stop it; pause and resume all of the subject; allow it another time (what was used stays used);
 * put other posts above it (who was told is not told again); ring: say that this rung is reached.
 */
export type ClockCommand = z.infer<typeof clockCommands>[number]

/** Where and when a command is obeyed. */
export interface Moment {
  readonly subject: string
  readonly at: Temporal.Instant
  readonly calendar: Calendar
}

/** All clocks of a subject after a command. One that names no open clock changes nothing; a second clock of a name throws. */
export function wind(clocks: readonly Clock[], command: ClockCommand, moment: Moment): Clock[] {
  if (command.do === 'start') return [...clocks, started(clocks, command, moment)]
  return clocks.map(clock => {
    if (clock.endedAt || ('name' in command && command.name !== clock.name)) return clock
    return timedOnce(clock, changed(clock, command, moment), moment.calendar)
  })
}

function started(clocks: readonly Clock[], command: Extract<ClockCommand, { do: 'start' }>, { subject, at, calendar }: Moment): Clock {
  if (clocks.some(clock => clock.name === command.name && !clock.endedAt)) throw new Error(`${subject} has a clock ${command.name} already`)
  const { do: _do, ...asked } = command
  const now = kept(at)
  return timed({ ...asked, subject, startedAt: now, used: 0, runningSince: now, rung: 0, dueAt: null, nextAt: null, endedAt: null }, calendar)
}

// What the command leaves as it was keeps its times too.
function timedOnce(before: Clock, after: Clock, calendar: Calendar): Clock {
  return after === before || after.endedAt ? after : timed(after, calendar)
}

function changed(clock: Clock, command: Exclude<ClockCommand, { do: 'start' }>, { at, calendar }: Moment): Clock {
  const now = kept(at)
  switch (command.do) {
    case 'stop': return ended(clock, now, calendar)
    case 'pause': return clock.runningSince ? { ...clock, used: usedAt(clock, now, calendar), runningSince: null } : clock
    case 'resume': return clock.runningSince ? clock : { ...clock, runningSince: now }
    case 'allow': {
      // Another way of counting holds from where the clock last began to run.
      const { counting = clock.counting, allowed, warn, climb } = command
      const other = { ...clock, counting, allowed, warn, climb }
      return allowedAnew(other, usedAt(other, now, calendar))
    }
    case 'chain': return { ...clock, chain: continued(clock, command.chain) }
    case 'ring': return { ...clock, rung: Math.max(clock.rung, command.level) }
  }
}

// A due time that lies ahead would follow later calendars; of an ended clock only one that was missed is kept.
function ended(clock: Clock, now: Temporal.Instant, calendar: Calendar): Clock {
  const used = usedAt(clock, now, calendar)
  return { ...clock, used, runningSince: null, nextAt: null, endedAt: now, dueAt: used > clock.allowed ? clock.dueAt : null }
}

// Rungs that are climbed stay: without them the new chain would begin at its middle, or be over before anybody in it was told.
function continued({ chain, rung }: Clock, above: readonly string[]): string[] {
  const told = chain.slice(0, Math.max(0, rung - ALARMED))
  return [...told, ...above.filter(kind => !told.includes(kind))]
}

// A deadline that lies ahead again deserves its own warning and alarm.
function allowedAnew(clock: Clock, used: number): Clock {
  if (used >= clock.allowed) return clock
  const near = clock.warn !== null && used >= clock.allowed - clock.warn
  return { ...clock, rung: near ? Math.min(clock.rung, WARNED) : 0 }
}

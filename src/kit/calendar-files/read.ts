// Reads an .ics file in a thread of its own, within bounds: whatever is in the file, this ends soon, with dates or with a CalendarProblem.
import { Worker } from 'node:worker_threads'
import type { ReadEvent } from './parse.ts'
import { CalendarProblem } from './problem.ts'
import type { Series } from './recurrence.ts'
import type { Answer } from './worker.ts'

export { CalendarProblem } from './problem.ts'
export type { ReadEvent } from './parse.ts'

/** The most that we take: bytes of a file, events in it, milliseconds and megabytes of reading. */
export const CALENDAR_LIMITS = { bytes: 2_000_000, events: 500, milliseconds: 10_000, megabytes: 256 } as const

/** What stands in a file: the events that were understood, and how many were not. */
export interface ReadCalendar {
  readonly events: readonly ReadEvent[]
  readonly unread: number
}

/** Reads it; times that name no zone are read in `zone`. Throws a CalendarProblem. */
export async function readCalendar(bytes: Uint8Array, zone: string): Promise<ReadCalendar> {
  if (bytes.length > CALENDAR_LIMITS.bytes) throw new CalendarProblem('tooLarge')
  const answer = await inThread(bytes, zone)
  if ('problem' in answer) throw new CalendarProblem(answer.problem)
  if (answer.events.length > CALENDAR_LIMITS.events) throw new CalendarProblem('tooMuch')
  if (answer.events.length === 0) throw new CalendarProblem(answer.unread > 0 ? 'broken' : 'empty')
  return answer
}

function inThread(bytes: Uint8Array, zone: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { bytes, zone }, resourceLimits: { maxOldGenerationSizeMb: CALENDAR_LIMITS.megabytes },
    })
    const tooSlow = setTimeout(() => {
      reject(new CalendarProblem('tooMuch'))
      void worker.terminate()
    }, CALENDAR_LIMITS.milliseconds)
    worker.once('message', resolve)
    worker.once('error', error => reject(isOutOfMemory(error) ? new CalendarProblem('tooMuch') : error))
    worker.once('exit', () => {
      clearTimeout(tooSlow)
      reject(new Error('the thread that reads a calendar ended without an answer'))
    })
  })
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

/** The dates of an event that was read. */
export function seriesOf({ start, wholeDay, rule, except, extra }: ReadEvent): Series {
  const zoned = (date: string) => Temporal.ZonedDateTime.from(date)
  return { start: zoned(start), wholeDay, rule, except: except.map(zoned), extra: extra.map(zoned) }
}

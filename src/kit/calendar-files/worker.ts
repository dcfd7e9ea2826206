// The thread that reads one calendar file, so that a hostile one neither holds up the server nor takes its memory.
import { parentPort, workerData } from 'node:worker_threads'
import { parseCalendar, type ReadEvent } from './parse.ts'
import { CalendarProblem, type CalendarProblemKind } from './problem.ts'

/** What the thread answers: what it read, or why not. Anything else that is thrown ends the thread and is our bug. */
export type Answer = { events: ReadEvent[], unread: number } | { problem: CalendarProblemKind }

function answer({ bytes, zone }: { bytes: Uint8Array, zone: string }): Answer {
  try {
    return parseCalendar(bytes, zone)
  } catch (error) {
    if (error instanceof CalendarProblem) return { problem: error.kind }
    throw error
  }
}

parentPort?.postMessage(answer(workerData))

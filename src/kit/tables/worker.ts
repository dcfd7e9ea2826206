// The thread that reads one table file, so that a large one neither holds up the server nor takes its memory.
import { parentPort, workerData } from 'node:worker_threads'
import { parseTable } from './parse.ts'
import { TableProblem } from './problem.ts'
import type { TableProblemKind } from './problem.ts'
import type { Table } from './table.ts'

/** What the thread answers: the table, or why not. Anything else that is thrown ends the thread and is our bug. */
export type Answer = { table: Table } | { problem: TableProblemKind; values: number[] }

async function answer(bytes: Uint8Array): Promise<Answer> {
  try {
    return { table: await parseTable(bytes) }
  } catch (error) {
    if (error instanceof TableProblem) return { problem: error.kind, values: error.values }
    throw error
  }
}

parentPort?.postMessage(await answer(workerData))

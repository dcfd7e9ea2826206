// Tables in files: CSV and Excel, read as people see them and written so that nothing in them is a formula.
import { Worker } from 'node:worker_threads'
import { TableProblem } from './tables/problem.ts'
import { LIMITS } from './tables/table.ts'
import type { Table } from './tables/table.ts'
import type { Answer } from './tables/worker.ts'

export { writeCsv } from './tables/csv.ts'
export { TableProblem } from './tables/problem.ts'
export type { TableProblemKind } from './tables/problem.ts'
export { LIMITS as TABLE_LIMITS } from './tables/table.ts'
export type { Table, TableRow } from './tables/table.ts'
export { writeXlsx } from './tables/xlsx.ts'

const HEAP_MEGABYTES = 768
const LONGEST_MS = 30_000

/** Reads a CSV or .xlsx file in a thread of its own; throws a TableProblem. The file's name is not looked at: what is in it decides. */
export async function readTable(file: { name?: string; bytes: Uint8Array }): Promise<Table> {
  if (file.bytes.length > LIMITS.fileBytes) throw new TableProblem('tooLarge', LIMITS.fileBytes / 1_000_000)
  const answer = await inThread(file.bytes)
  if ('problem' in answer) throw new TableProblem(answer.problem, ...answer.values)
  return answer.table
}

function inThread(bytes: Uint8Array): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./tables/worker.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    })
    const tooSlow = setTimeout(() => {
      reject(new TableProblem('tooMuchInside'))
      void worker.terminate()
    }, LONGEST_MS)
    worker.once('message', resolve)
    worker.once('error', error => reject(isOutOfMemory(error) ? new TableProblem('tooMuchInside') : error))
    worker.once('exit', () => {
      clearTimeout(tooSlow)
      reject(new Error('the thread that reads a table ended without an answer'))
    })
  })
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

// Draws a map without keeping anybody waiting: a huge table is worked in a thread of its own, while this one goes on answering.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { opinionMap, type OpinionMap } from '#kit/opinion/map.ts'
import type { VoteTable } from '#kit/opinion/votes.ts'

// Cells that take about a tenth of a second.
const HUGE = 1e6

/** The map of this table, by the rules of the house; one of `huge` cells and more in its own thread. */
export async function draw(table: VoteTable, huge = HUGE): Promise<OpinionMap> {
  if (table.cells.length < huge) return opinionMap(table)
  const thread = new Worker(new URL('draw-thread.ts', import.meta.url), { workerData: table })
  try {
    const [map] = await once(thread, 'message') as [OpinionMap]
    return map
  } finally {
    await thread.terminate()
  }
}

// A house in which everything can be tried and nothing sticks: each act is taken back after its rules have let it in, before it is committed.
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Database } from '#kit/db.ts'
import { Conflict } from '#kit/errors.ts'

/** The names of the acts that were let in while `run` ran, in their order, and what it answered. */
export async function tried<T>(run: () => Promise<T> | T): Promise<{ answer: T, letIn: string[] }> {
  const letIn: string[] = []
  return { answer: await acts.run(letIn, async () => run()), letIn }
}

const acts = new AsyncLocalStorage<string[]>()

/** The same database, on which no change is ever committed: it ends as a conflict, once it is known which act was let in. */
export function dry(database: Database): Database {
  return {
    ...database,
    change: (community, run, last) => database.change(community, async db => {
      const done = await run(db)
      // The last statement of an act is its entry in the journal; its third value is the act's name.
      acts.getStore()?.push(String(last?.(done).parameters[2] ?? 'an act that the journal does not hear of'))
      throw new Conflict(() => 'only tried')
    }),
  }
}

// What is due somewhere in all communities is done, one thing after another; several processes may look at once.
import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '#kit/db.ts'
import type { House } from '../house.ts'

const AT_ONCE = 200

/** One kind of thing that is due. `keyOf` names it; `act` answers whether it was done. */
export interface Kind<Row> {
  readonly find: (commons: Database['commons'], now: Temporal.Instant, most: number) => Promise<Row[]>
  readonly keyOf: (row: Row) => string
  readonly act: (row: Row, now: Temporal.Instant) => Promise<boolean>
}

/** Does everything that is due at the house's time, again while more comes of it, unless it is stopped; answers how much was done. */
export async function doDue<Row>(house: House, kind: Kind<Row>, signal?: AbortSignal): Promise<number> {
  const now = house.clock()
  const failed = new Set<string>()
  let done = 0
  for (;;) {
    const due = await kind.find(house.database.commons, now, AT_ONCE + failed.size)
    const open = due.filter(row => !failed.has(kind.keyOf(row)))
    if (open.length === 0) return done
    for (const row of open) {
      if (signal?.aborted) return done
      // One that cannot be done must not keep the others waiting: it is tried again at the next look.
      if (await kind.act(row, now)) done++
      else failed.add(kind.keyOf(row))
    }
  }
}

/** Looks again and again, so many milliseconds apart; the returned function ends it after what is being done. */
export function keepLooking(house: House, every: number, look: (signal: AbortSignal) => Promise<unknown>): () => Promise<void> {
  const end = new AbortController()
  const looking = (async () => {
    while (!end.signal.aborted) {
      await look(end.signal).catch((problem: unknown) => house.log.error({ err: problem }, 'what is due could not be looked at'))
      await pause(every, undefined, { signal: end.signal }).catch(() => undefined)
    }
  })()
  return async () => {
    end.abort()
    await looking
  }
}

// How far the journal may be read without missing an entry that is still being written.
import { setTimeout as pause } from 'node:timers/promises'
import { CompiledQuery } from 'kysely'
import type { Reader } from '#kit/db.ts'

const LAST = 'select max(id) as id from journal where community_id = $1'
// Everybody who is writing to the journal now, by his transaction; whoever writes holds this lock before he draws his number.
const WRITING = `select virtualtransaction as writer from pg_locks
  where relation = 'journal'::regclass and mode = 'RowExclusiveLock' and granted and pid is distinct from pg_backend_pid()
    and database = (select oid from pg_database where datname = current_database())`

const ROUNDS = 40
const BREATH = 5

/**
 * The id up to which every entry of the community is there for good, or null while somebody takes long to commit.
 *
 * Ids are drawn before the commit, so entry 6 can be seen while 5 is not. Why this is right: take the last id that can be seen, and only
 * then look who is writing. An entry that has a lower id and was not seen was drawn by somebody who held the lock already, so he is among
 * those writers, or has ended meanwhile. When all of them have ended, everything up to that id is committed or will never be. Each
 * statement sees what was committed before it (READ COMMITTED). Writers are not held up; they hold the lock from the last statement of an
 * act to its end.
 */
export async function settledUpTo(db: Reader): Promise<number | null> {
  const [last] = await db.ask(CompiledQuery.raw(LAST, [db.community]) as CompiledQuery<{ id: number | null }>)
  if (!last?.id) return 0
  let waitingFor = await writers(db)
  for (let round = 0; waitingFor.size > 0; round++) {
    if (round === ROUNDS) return null
    await pause(BREATH)
    const still = await writers(db)
    waitingFor = new Set([...waitingFor].filter(writer => still.has(writer)))
  }
  return last.id
}

async function writers(db: Reader): Promise<Set<string>> {
  const rows = await db.ask(CompiledQuery.raw(WRITING) as CompiledQuery<{ writer: string }>)
  return new Set(rows.map(row => row.writer))
}

// Two pools, two types: a Reader can only look; a Writer exists only inside `perform`. Both see one community.
import {
  DefaultQueryExecutor, PostgresAdapter, PostgresQueryCompiler, QueryCreator, sql, type CompiledQuery, type DatabaseConnection, type Kysely, type RawBuilder,
} from 'kysely'
import type pg from 'pg'
import type { DB } from '#db/tables.ts'
import { kyselyOn, openPool, type SqlLog } from '#kit/connections.ts'

export type { SqlLog } from '#kit/connections.ts'

/** What a page or a question holds: one community, and no way to change anything. */
export interface Reader {
  readonly community: number
  readonly selectFrom: Kysely<DB>['selectFrom']
}

/** What an action holds while it runs. */
export interface Writer extends Reader {
  readonly insertInto: Kysely<DB>['insertInto']
  readonly updateTable: Kysely<DB>['updateTable']
  readonly deleteFrom: Kysely<DB>['deleteFrom']
}

/** The database as the doors know it. */
export interface Database {
  /** Answers questions about one community, all from one read-only transaction. */
  look<T>(community: number, ask: (db: Reader) => Promise<T>): Promise<T>
  /** The tables that belong to no community: streets, communities, memberships. */
  readonly commons: Pick<Kysely<DB>, 'selectFrom'>
  /** For `perform` and nobody else: one transaction that may change one community; `last` is sent together with the commit. */
  change<T>(community: number, run: (db: Writer) => Promise<T>, last?: (done: T) => CompiledQuery): Promise<T>
  /** True while the database answers. */
  alive(): Promise<boolean>
  close(): Promise<void>
}

/** Opens the reading and the writing pool; `size` is the number of connections of each. */
export function openDatabase(settings: pg.PoolConfig, options: { size?: number, log?: SqlLog } = {}): Database {
  const size = options.size ?? 10
  const { log } = options
  const readers = openPool(settings, '-c role=linju_reader -c default_transaction_read_only=on', size)
  const writers = openPool(settings, '-c role=linju_writer', size)

  return {
    commons: creator(kyselyOn(readers, log)),
    look: (community, ask) => look(readers, community, ask, log),
    change: (community, run, last) => change(writers, community, { run, last }, log),
    alive: async () => (await readers.query('select 1')).rowCount === 1,
    close: async () => void await Promise.all([readers.end(), writers.end()]),
  }
}

/** An instant to compare a column with. */
export function at(instant: Temporal.Instant): RawBuilder<Temporal.Instant> {
  return sql<Temporal.Instant>`${instant.toString()}::timestamptz`
}

async function look<T>(pool: pg.Pool, community: number, ask: (db: Reader) => Promise<T>, log?: SqlLog): Promise<T> {
  const client = await pool.connect()
  try {
    return await inside(client, community, ask, log)
  } finally {
    // Nobody waits for the end of a transaction that changed nothing; the connection's next question queues behind it.
    finish(client, client.query('rollback'))
  }
}

async function change<T>(
  pool: pg.Pool, community: number, { run, last }: { run: (db: Writer) => Promise<T>, last?: (done: T) => CompiledQuery }, log?: SqlLog,
): Promise<T> {
  const client = await pool.connect()
  let end: Promise<unknown> | null = null
  try {
    const done = await inside(client, community, run, log)
    const lastly = last && kyselyOn(client, log).executeQuery(last(done))
    end = client.query('commit')
    await Promise.all([lastly, end])
    return done
  } finally {
    finish(client, end ?? client.query('rollback'))
  }
}


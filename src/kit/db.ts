// Two pools, two types: a Reader can only look; a Writer exists only inside `perform`. Both see one community.
import {
  DefaultQueryExecutor, PostgresAdapter, PostgresQueryCompiler, QueryCreator, sql,
  type CompiledQuery, type DatabaseConnection, type Kysely, type RawBuilder,
} from 'kysely'
import type pg from 'pg'
import type { DB } from '#db/tables.ts'
import { kyselyOn, openPool, type SqlLog } from '#kit/connections.ts'

export type { SqlLog } from '#kit/connections.ts'

/** What a page or a question holds: one community, and no way to change anything. */
export interface Reader {
  readonly community: number
  readonly selectFrom: Kysely<DB>['selectFrom']
  /** Asks what `question` composed. */
  readonly ask: <Row>(question: CompiledQuery<Row>) => Promise<Row[]>
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
  /** How the connections stand now, by pool and state: idle, busy, or whoever waits for one. */
  connections(): { pool: string, state: string, count: number }[]
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
    connections: () => [...states('readers', readers), ...states('writers', writers)],
    alive: async () => (await readers.query('select 1')).rowCount === 1,
    close: async () => void await Promise.all([readers.end(), writers.end()]),
  }
}

function states(pool: string, { totalCount, idleCount, waitingCount }: pg.Pool) {
  return [
    { pool, state: 'idle', count: idleCount }, { pool, state: 'busy', count: totalCount - idleCount }, { pool, state: 'awaited', count: waitingCount },
  ]
}

/** An instant to compare a column with. */
export function at(instant: Temporal.Instant): RawBuilder<Temporal.Instant> {
  return sql<Temporal.Instant>`${instant.toString()}::timestamptz`
}

async function look<T>(pool: pg.Pool, community: number, ask: (db: Reader) => Promise<T>, log?: SqlLog): Promise<T> {
  const held = await hold(pool, community, log)
  try {
    return await held.run(ask)
  } finally {
    // Nobody waits for the end of a transaction that changed nothing.
    held.end('rollback').catch(() => undefined)
  }
}

async function change<T>(pool: pg.Pool, community: number, { run, last }: Change<T>, log?: SqlLog): Promise<T> {
  const held = await hold(pool, community, log)
  const done = await held.run(run).catch(async error => {
    await held.end('rollback').catch(() => undefined)
    throw error
  })
  const [, { command }] = await Promise.all([last && held.send(last(done)), held.end('commit')])
  // What the database answers when a statement had failed and nobody noticed.
  if (command !== 'COMMIT') throw new Error('the transaction was not committed')
  return done
}

interface Change<T> {
  run: (db: Writer) => Promise<T>
  last?: (done: T) => CompiledQuery
}

// One connection in a transaction about one community. `begin` leaves together with the first question.
async function hold(pool: pg.Pool, community: number, log?: SqlLog) {
  const client = await pool.connect()
  const connection = kyselyOn(client, log)
  let over = false
  const send: DatabaseConnection['executeQuery'] = query => {
    // The connection is somebody else's by now.
    if (over) throw new Error('asked after the end of the transaction')
    return connection.executeQuery(query)
  }
  // SET LOCAL, not set_config(): a cluster passes only the former on to its nodes. Without it the row-level lock shows nothing.
  const begun = client.query(`begin; set local app.community = '${community}'`)
  begun.catch(() => undefined)
  return {
    send,
    run: async <T>(use: (db: Writer) => Promise<T>): Promise<T> => {
      const done = await use(writer(community, { ...connection, executeQuery: send }))
      await begun
      return done
    },
    end: (how: 'commit' | 'rollback') => {
      over = true
      const ended = client.query(how)
      ended.then(() => client.release(), () => client.release(true))
      return ended
    },
  }
}

const compiler = new PostgresQueryCompiler()
const adapter = new PostgresAdapter()

function creator(connection: DatabaseConnection): QueryCreator<DB> {
  return new QueryCreator<DB>({ executor: new DefaultQueryExecutor(compiler, adapter, { provideConnection: use => use(connection) }) })
}

function writer(community: number, connection: DatabaseConnection): Writer {
  const tables = creator(connection)
  return {
    community,
    ask: async <Row>(question: CompiledQuery<Row>) => (await connection.executeQuery<Row>(question)).rows,
    selectFrom: tables.selectFrom.bind(tables),
    insertInto: tables.insertInto.bind(tables),
    updateTable: tables.updateTable.bind(tables),
    deleteFrom: tables.deleteFrom.bind(tables),
  }
}

// The schema is the SQL files in db/, applied in the order of their names, each once, while an older version may still be serving.
import { readdir, readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { StartError } from '#kit/start-error.ts'
import { statementsOf } from '#kit/statements.ts'
import { migrateText } from '#text/migrate.ts'

const FOLDER = new URL('../../db/', import.meta.url)
// 'schema' in ASCII, as one number.
const LOCK = '126870790434145'
const POLL = 100
const LONGEST_WAIT = 10 * 60_000

/** How long one statement may wait for a lock, in milliseconds: everybody who comes after it waits behind it. */
const LOCK_TIMEOUT = 500
const TRIES = 60
const PAUSE = 1000
// lock_not_available, deadlock_detected.
const BUSY: ReadonlySet<unknown> = new Set(['55P03', '40P01'])

/**
 * First line of a file whose statements run one by one and outside a transaction, as `create index concurrently` must.
 * It may be cut off at any place and is then run again from the top, so each statement must be harmless the second time.
 */
export const CONCURRENTLY = /^-- concurrently\b/u

/** `folder` holds the SQL files; `only` names those that may be applied; `tries` and `pause` (ms) are for a table that is busy. */
export interface MigrateOptions {
  folder?: URL
  only?: readonly string[]
  tries?: number
  pause?: number
}

/**
 * Brings the database to this version's schema; of several starts at once one does it. Returns the names applied now.
 * Throws StartError when the database was made by a newer version, or when a table stays busy.
 */
export async function migrate(settings: pg.ClientConfig, options: MigrateOptions = {}): Promise<string[]> {
  const files = await schemaFiles(options.folder)
  const client = new pg.Client({ ...settings, application_name: 'linju migrate' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    if ((await pending(client, files, options.only)).length === 0) return []
    await alone(client)
    await client.query('create table if not exists kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)')
    // Asked again: whoever held the lock before us has done it by now.
    const due = await pending(client, files, options.only)
    for (const name of due) await apply(client, { name, text: files.get(name) ?? '' }, options)
    return due
  } finally {
    await client.end()
  }
}

/** The SQL files by name (0001_ground), in order. */
export async function schemaFiles(folder = FOLDER): Promise<ReadonlyMap<string, string>> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
  const texts = await Promise.all(names.map(name => readFile(new URL(name, folder), 'utf8')))
  return new Map(names.map((name, i) => [name.replace('.sql', ''), texts[i] ?? '']))
}

/** The names that were applied to this database, in order; none where it is new. */
export async function schemaOf(client: pg.ClientBase): Promise<string[]> {
  const { rows: [table] } = await client.query<{ name: string | null }>(`select to_regclass('kysely_migration') as name`)
  if (!table?.name) return []
  const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name')
  return rows.map(row => row.name)
}

async function pending(client: pg.ClientBase, files: ReadonlyMap<string, string>, only?: readonly string[]): Promise<string[]> {
  const applied = await schemaOf(client)
  refuseNewer(applied, files)
  return [...files.keys()].filter(name => !applied.includes(name) && (only?.includes(name) ?? true))
}

/** Throws StartError when `schema` names a file that this version does not have. */
export function refuseNewer(schema: readonly string[], files: ReadonlyMap<string, string>): void {
  const newer = schema.find(name => !files.has(name))
  if (newer !== undefined) throw new StartError(lang => migrateText(lang).newer(newer))
}

// Asked again and again instead of waiting in the database: whoever waits there holds a snapshot, and an index that is being built
// concurrently waits for all snapshots, so the two would wait for each other.
async function alone(client: pg.ClientBase): Promise<void> {
  for (const end = Date.now() + LONGEST_WAIT; Date.now() < end; await pause(POLL)) {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK])
    if (rows[0]?.mine) return
  }
  throw new StartError(lang => migrateText(lang).another)
}

interface File {
  name: string
  text: string
}

async function apply(client: pg.ClientBase, file: File, { tries = TRIES, pause: between = PAUSE }: MigrateOptions): Promise<void> {
  const run = CONCURRENTLY.test(file.text) ? oneByOne : inOne
  for (let left = tries; ; left--) {
    try {
      return await run(client, file)
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || !BUSY.has(error.code)) throw error
      if (left === 1) throw new StartError(lang => migrateText(lang).busy(file.name))
    }
    await pause(between)
  }
}

async function inOne(client: pg.ClientBase, { name, text }: File): Promise<void> {
  try {
    await client.query(`begin; set local lock_timeout = ${LOCK_TIMEOUT}`)
    await client.query(text)
    await writeDown(client, name)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

// Without a limit for locks: these statements keep nobody waiting, and one that gives up leaves a half-built index.
async function oneByOne(client: pg.ClientBase, { name, text }: File): Promise<void> {
  for (const statement of statementsOf(text)) await client.query(statement)
  await writeDown(client, name)
}

async function writeDown(client: pg.ClientBase, name: string): Promise<void> {
  await client.query('insert into kysely_migration (name, timestamp) values ($1, $2)', [name, new Date().toISOString()])
}

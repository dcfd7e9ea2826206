// Fills an empty database from a backup: all of it, or nothing.
import type pg from 'pg'
import { SCHEMAS, type Manifest } from '#kit/backup/manifest.ts'
import { tablesOf } from '#kit/backup/tables.ts'
import { StartError } from '#kit/start-error.ts'
import { backupText } from '#text/backup.ts'

const FOREIGN_KEYS = `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
  from pg_constraint where contype = 'f' and connamespace in (select oid from pg_namespace where nspname = any($1)) order by 1, 2`

/** Whether nobody has ever used this database: it may have our tables, but no community and no account. */
export async function isEmpty(client: pg.ClientBase): Promise<boolean> {
  for (const { name } of await tablesOf(client)) {
    if ((await client.query(`select from ${name} limit 1`)).rowCount !== 0) return false
  }
  return true
}

/** Empties all tables in one transaction, also of what migrations wrote into them, and also those of which triggers let nothing go. */
export async function emptyTables(client: pg.ClientBase): Promise<void> {
  const tables = await tablesOf(client)
  await client.query('begin')
  await switchTriggers(client, tables, 'disable')
  await truncate(client, tables)
  await switchTriggers(client, tables, 'enable')
  await client.query('commit')
}

type Tables = Awaited<ReturnType<typeof tablesOf>>

async function switchTriggers(client: pg.ClientBase, tables: Tables, how: 'disable' | 'enable'): Promise<void> {
  for (const { name } of tables) await client.query(`alter table ${name} ${how} trigger user`)
}

async function truncate(client: pg.ClientBase, tables: Tables): Promise<void> {
  if (tables.length > 0) await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`)
}

/**
 * In one transaction: empties, lets `pour` copy in (it answers how many rows each table got), and puts every foreign key back, which
 * verifies it. Throws StartError where rows are missing.
 */
export async function refill(client: pg.ClientBase, manifest: Manifest, pour: () => Promise<ReadonlyMap<string, number>>): Promise<void> {
  await client.query('begin')
  const { rows: keys } = await client.query<{ table: string, name: string, definition: string }>(FOREIGN_KEYS, [SCHEMAS])
  const all = await tablesOf(client)
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`)
  // Otherwise they would change what was copied: it is as it was already.
  await switchTriggers(client, all, 'disable')
  await truncate(client, all)
  const counts = await pour()
  const wrong = manifest.tables.find(table => (counts.get(table.name) ?? 0) !== table.rows)
  if (wrong) throw new StartError(lang => backupText(lang).unlike(wrong.name))
  for (const { table, name, definition } of keys) await client.query(`alter table ${table} add constraint ${name} ${definition}`)
  await switchTriggers(client, all, 'enable')
  for (const { name, last } of manifest.sequences) await client.query('select setval($1::regclass, $2)', [name, last])
  await client.query('commit')
}

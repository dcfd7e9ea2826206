// The schema is the SQL files in db/, applied in the order of their names, each once.
import { readdir, readFile } from 'node:fs/promises'
import { Kysely, Migrator, PostgresDialect, sql, type Migration } from 'kysely'
import pg from 'pg'
import { StartError } from '#kit/start-error.ts'
import { migrateText } from '#text/migrate.ts'

const FOLDER = new URL('../../db/', import.meta.url)

/** Brings the database to this version's schema. Throws StartError when it was made by a newer version. Returns the names applied now. */
export async function migrate(settings: pg.PoolConfig): Promise<string[]> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new pg.Pool({ ...settings, max: 2 }) }) })
  try {
    const migrations = await sqlFiles()
    await refuseNewer(db, Object.keys(migrations))
    const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
    const { error, results } = await migrator.migrateToLatest()
    if (error) throw error
    return (results ?? []).map(result => result.migrationName)
  } finally {
    await db.destroy()
  }
}

async function sqlFiles(): Promise<Record<string, Migration>> {
  const names = (await readdir(FOLDER)).filter(name => name.endsWith('.sql')).sort()
  return Object.fromEntries(names.map(name => [name.replace('.sql', ''), {
    up: async db => {
      await sql.raw(await readFile(new URL(name, FOLDER), 'utf8')).execute(db)
    },
  } satisfies Migration]))
}

async function refuseNewer(db: Kysely<unknown>, known: string[]): Promise<void> {
  const { rows: tables } = await sql`select to_regclass('kysely_migration') as name`.execute(db)
  if (!(tables as { name: string | null }[])[0]?.name) return
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  const newer = rows.find(row => !known.includes(row.name))
  if (newer) throw new StartError(lang => migrateText(lang).newer(newer.name))
}

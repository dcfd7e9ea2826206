// Writes db/tables.ts, the types of every table, so that a renamed column is a compile error: `npm run tables` after a change of db/*.sql.
import { spawnSync } from 'node:child_process'

const TYPES = {
  int8: 'number',
  date: 'string',
  timestamptz: 'ColumnType<Temporal.Instant, string, string>',
}

/** Runs the generator on the database at `url`; true when the file is (or now is) what the database says. */
export function writeTables(url: string, how: 'write' | 'verify'): boolean {
  const run = spawnSync('kysely-codegen', [
    '--dialect', 'postgres', '--url', url, '--out-file', 'db/tables.ts',
    '--default-schema', 'public', '--include-pattern', 'public.*', '--exclude-pattern', '*kysely_migration*',
    '--type-mapping', JSON.stringify(TYPES), ...how === 'verify' ? ['--verify'] : [],
  ], { stdio: 'inherit' })
  return run.status === 0
}

async function main(): Promise<void> {
  const { testHouse, urlOf } = await import('#test/database.ts')
  const house = await testHouse()
  const written = writeTables(urlOf(house.settings), 'write')
  await house.close()
  process.exitCode = written ? 0 : 1
}

if (import.meta.main) await main()

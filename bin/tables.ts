// Writes db/tables.ts from the database (`--verify` only compares): the types of every table, so that a renamed column is a compile error.
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

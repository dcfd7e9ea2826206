// Everything anew from a backup, into an empty place: first beside it, then checked, then put there in one go.
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'
import { wholeBackup, type Whole } from '#kit/backup/check.ts'
import type { Key } from '#kit/backup/lock.ts'
import { FILE, MASTER_KEY, signOfKey, TABLE_PIECE, type Manifest } from '#kit/backup/manifest.ts'
import { emptyTables, isEmpty, refill } from '#kit/backup/refill.ts'
import { copyIn } from '#kit/backup/tables.ts'
import { migrate, schemaFiles } from '#kit/migrate.ts'
import { checkPostgres, startPostgres } from '#kit/postgres.ts'
import { StartError } from '#kit/start-error.ts'
import { backupText } from '#text/backup.ts'

export interface RestoreOptions {
  from: string
  key?: Key
  /** The path of the master key, for a backup that does not hold it. */
  masterKey?: string
  /** The empty place: a folder, and a database where it is not the folder's own. */
  dataFolder: string
  databaseUrl?: string
  /** Checks what was restored beyond what the backup can say of itself, such as the heads of logs; throws StartError. */
  verify?: (restored: { settings: pg.ClientConfig, masterKey: Buffer }) => Promise<void>
}

/** Restores a backup. Throws StartError; then the place is as empty as before. */
export async function restore(options: RestoreOptions): Promise<Manifest> {
  const backup = await wholeBackup(options.from, options.key)
  await refuseNewer(backup.manifest)
  const masterKey = await masterKeyOf(backup, options.masterKey)
  const place = resolve(options.dataFolder)
  const made = await emptyFolder(place)
  const beside = await mkdtemp(join(place, 'restoring-'))
  try {
    const close = await fillDatabase(options, { backup, masterKey, beside })
    await close()
    await writeFile(join(beside, MASTER_KEY), masterKey, { mode: 0o600, flush: true })
    await moveInto(place, beside)
    return backup.manifest
  } catch (error) {
    await rm(made ?? beside, { recursive: true, force: true })
    throw error
  }
}

async function refuseNewer({ schema }: Manifest): Promise<void> {
  const known = await schemaFiles()
  const newer = schema.find(name => !known.has(name))
  if (newer !== undefined) throw new StartError(lang => backupText(lang).newer(newer))
}

async function masterKeyOf({ manifest, masterKey }: Whole, path?: string): Promise<Buffer> {
  const given = path ? await readFile(path).catch(() => { throw new StartError(lang => backupText(lang).noSuchFile(path)) }) : masterKey
  if (!given) throw new StartError(lang => backupText(lang).needMasterKey)
  if (signOfKey(given) !== manifest.key) throw new StartError(lang => backupText(lang).otherMasterKey(path ?? MASTER_KEY))
  return given
}

// Answers the topmost folder that was made, if any.
async function emptyFolder(place: string): Promise<string | undefined> {
  const made = await mkdir(place, { recursive: true, mode: 0o700 })
  if ((await readdir(place)).length > 0) throw new StartError(lang => backupText(lang).notEmpty(place))
  return made
}

interface Work {
  backup: Whole
  masterKey: Buffer
  beside: string
}

/** Restores into the database and the files; the returned function closes the database. */
async function fillDatabase(options: RestoreOptions, work: Work): Promise<() => Promise<void>> {
  const postgres = options.databaseUrl ? null : await startPostgres({ dataFolder: work.beside, log: () => undefined })
  const settings: pg.ClientConfig = postgres?.config ?? { connectionString: options.databaseUrl }
  const close = async () => postgres?.stop()
  try {
    if (!postgres) await checkPostgres(settings)
    await withClient(settings, async client => {
      if (!await isEmpty(client)) throw new StartError(lang => backupText(lang).notEmpty(client.database ?? ''))
      await migrate(settings, { only: work.backup.manifest.schema })
      await fillAndVerify(client, settings, options.verify, work)
    })
    return close
  } catch (error) {
    await close()
    throw error
  }
}

async function fillAndVerify(client: pg.Client, settings: pg.ClientConfig, verify: RestoreOptions['verify'], work: Work): Promise<void> {
  const { backup, masterKey, beside } = work
  await refill(client, backup.manifest, () => pour(client, backup, join(beside, 'files'))).catch(async error => {
    await client.query('rollback').catch(() => undefined)
    throw error
  })
  try {
    await migrate(settings)
    await verify?.({ settings, masterKey })
  } catch (error) {
    await emptyTables(client)
    throw error
  }
}

async function withClient(settings: pg.ClientConfig, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ ...settings, application_name: 'linju restore' })
  client.on('error', () => undefined)
  await client.connect()
  await use(client).finally(() => client.end().catch(() => undefined))
}

async function pour(client: pg.Client, { manifest, members }: Whole, folder: string): Promise<ReadonlyMap<string, number>> {
  const tables = copyIn(client, manifest.tables)
  for await (const { name, bytes, time } of members()) {
    const [, table] = TABLE_PIECE.exec(name) ?? []
    const [, community = '', shelf = '', file = ''] = FILE.exec(name) ?? []
    if (table) await tables.take(table, bytes)
    else if (file) await writeFileBack(join(folder, community, shelf, file), bytes, time)
  }
  return tables.end()
}

async function writeFileBack(path: string, bytes: Buffer, time: Date): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  await writeFile(path, bytes, { mode: 0o600, flush: true })
  // Drafts are swept by their age.
  await utimes(path, time, time)
}

// The database last: without it nothing starts from what is there.
async function moveInto(place: string, beside: string): Promise<void> {
  const names = (await readdir(beside)).toSorted((a, b) => Number(a === 'postgres') - Number(b === 'postgres'))
  for (const name of names) await rename(join(beside, name), join(place, name))
  await rm(beside, { recursive: true })
  const folder = await open(place, 'r')
  await folder.sync().finally(() => folder.close())
}

// One file that holds everything: the database as it stood at one moment, the uploaded files, and, where it is locked, the master key.
import { createWriteStream } from 'node:fs'
import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import tar, { type Pack } from 'tar-stream'
import { locker, type Lock } from '#kit/backup/lock.ts'
import { FILE, MANIFEST, MASTER_KEY, signOfKey, type Manifest } from '#kit/backup/manifest.ts'
import { append, sha256 } from '#kit/backup/members.ts'
import { copyOut, sequencesOf, tablesOf } from '#kit/backup/tables.ts'
import { schemaOf } from '#kit/migrate.ts'
import { StartError } from '#kit/start-error.ts'
import { backupText } from '#text/backup.ts'

export interface BackupOptions {
  /** The owner's connection to the database. */
  settings: pg.ClientConfig
  dataFolder: string
  filesFolder: string
  /** The file to write; must not be there yet. */
  to: string
  /** Without one the master key is left out. */
  lock?: Lock
}

/** What was written, and the names of files that were left out, because their content is no longer what their name says. */
export interface Made {
  manifest: Manifest
  spoiled: string[]
}

/** Writes a backup while everything goes on. Throws StartError; then nothing is left behind. */
export async function backUp(options: BackupOptions): Promise<Made> {
  const to = resolve(options.to)
  if (await stat(to).catch(() => null)) throw new StartError(lang => backupText(lang).fileThere(to))
  const masterKey = await readFile(join(options.dataFolder, MASTER_KEY)).catch(() => null)
  if (!masterKey) throw new StartError(lang => backupText(lang).nothingHere(options.dataFolder))
  const lock = options.lock && locker(options.lock)
  const part = `${to}.part`
  const pack = tar.pack()
  try {
    const written = write(pack, part, lock)
    const [made] = await Promise.all([fill(pack, { ...options, masterKey }).catch(error => {
      pack.destroy(error)
      throw error
    }), written])
    await rename(part, to)
    await syncFolder(dirname(to))
    return made
  } catch (error) {
    await rm(part, { force: true })
    if (error instanceof StartError) throw error
    throw new StartError(lang => backupText(lang).notNow(error instanceof Error ? error.message : String(error)))
  }
}

async function write(pack: Pack, path: string, lock?: (plain: Readable) => Promise<Readable>): Promise<void> {
  await pipeline(pack, createGzip({ level: 4 }), async function* (packed) {
    yield* lock ? await lock(Readable.from(packed)) : packed
  }, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }))
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}

async function fill(pack: Pack, options: BackupOptions & { masterKey: Buffer }): Promise<Made> {
  const { masterKey, lock, filesFolder } = options
  const members: Manifest['members'] = []
  const add = async (name: string, bytes: Buffer) => {
    members.push({ name, bytes: bytes.length, sha256: sha256(bytes) })
    await append(pack, name, bytes)
  }
  const database = await addDatabase(options.settings, add)
  // After the database: a file is written before the row that names it, so every row of that moment finds its file.
  const { files, spoiled } = await addFiles(pack, filesFolder)
  if (lock) await add(MASTER_KEY, masterKey)
  const manifest = { form: 1 as const, madeAt: new Date().toISOString(), ...database, members, files, key: signOfKey(masterKey) }
  await append(pack, MANIFEST, Buffer.from(JSON.stringify(manifest)))
  pack.finalize()
  return { manifest, spoiled }
}

type Add = (name: string, bytes: Buffer) => Promise<void>

async function addDatabase(settings: pg.ClientConfig, add: Add): Promise<Pick<Manifest, 'schema' | 'tables' | 'sequences'>> {
  const client = new pg.Client({ ...settings, application_name: 'linju backup' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    // Everything from one moment; whoever owns the tables is bound by no policy, and must notice if he were.
    await client.query('begin isolation level repeatable read read only; set local row_security = off')
    const schema = await schemaOf(client)
    const wanted = await tablesOf(client)
    if (schema.length === 0 || wanted.length === 0) throw new StartError(lang => backupText(lang).nothingHere(client.database ?? ''))
    await client.query(`lock table ${wanted.map(({ name }) => name).join(', ')} in access share mode`)
    const tables = []
    for (const table of wanted) tables.push({ ...table, rows: await addTable(client, table, add) })
    const sequences = await sequencesOf(client)
    await client.query('commit')
    return { schema, tables, sequences }
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function addTable(client: pg.ClientBase, table: { name: string, columns: string[] }, add: Add): Promise<number> {
  const pieces = copyOut(client, table)
  for (let number = 0; ; number++) {
    const next = await pieces.next()
    if (next.done) return next.value
    await add(`tables/${table.name}/${String(number).padStart(6, '0')}.copy`, next.value)
  }
}

async function addFiles(pack: Pack, folder: string): Promise<{ files: Manifest['files'], spoiled: string[] }> {
  const files = { count: 0, bytes: 0 }
  const spoiled: string[] = []
  for await (const path of filesIn(folder)) {
    const [name, hash] = [`files/${path}`, basename(path).split('.')[0]]
    const bytes = await unlessGone(readFile(join(folder, path)))
    if (!bytes || !FILE.test(name)) continue
    if (sha256(bytes) !== hash) {
      spoiled.push(name)
      continue
    }
    await append(pack, name, bytes, (await unlessGone(stat(join(folder, path))))?.mtime)
    files.count += 1
    files.bytes += bytes.length
  }
  return { files, spoiled }
}

// Community by community and shelf by shelf, so that a million photos are never one list.
async function* filesIn(folder: string, path = '', depth = 0): AsyncGenerator<string> {
  for (const name of ((await unlessGone(readdir(join(folder, path)))) ?? []).sort()) {
    const below = path === '' ? name : `${path}/${name}`
    if (depth === 2) yield below
    else if (name !== 'unfinished') yield* filesIn(folder, below, depth + 1)
  }
}

// What was swept or erased meanwhile is wanted by nobody.
async function unlessGone<T>(asked: Promise<T>): Promise<T | null> {
  return asked.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw error
  })
}

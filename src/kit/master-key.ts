// The installation's master key: 32 random bytes in a file that only this account can read. Lost, sealed phones are lost too.
import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StartError } from '#kit/start-error.ts'
import { startText } from '#text/start.ts'

const BYTES = 32

/** Reads the key of a data folder, and makes it where there is none. Throws StartError for a file that holds less than a key. */
export async function masterKeyIn(folder: string): Promise<Uint8Array> {
  const path = join(folder, 'master.key')
  const key = await read(path) ?? await make(folder, path)
  if (key.length < BYTES) throw new StartError(lang => startText(lang).clusterDamaged(folder, 'master.key'))
  return key
}

// Written beside its place and put there whole: of two processes that start at once one makes it, and none reads half of it.
async function make(folder: string, path: string): Promise<Uint8Array> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const beside = join(folder, `${randomUUID()}.key`)
  await writeFile(beside, randomBytes(BYTES), { flag: 'wx', mode: 0o600, flush: true })
  await link(beside, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(beside)
  return readFile(path)
}

async function read(path: string): Promise<Uint8Array | null> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

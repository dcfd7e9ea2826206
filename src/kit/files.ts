// Files on disk, by the SHA-256 of their content: the same picture lies there once, and a stored file never changes.
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** The files of all communities, each in its own folder. A missing file is null; a full or broken disk throws. */
export interface FileStore {
  /** Writes durably and returns the hash (64 hex digits). Saving the same bytes again changes nothing. */
  save(community: number, bytes: Uint8Array, extension: string): Promise<string>
  /** The bytes, or null if this community has no such file; any text may be asked for. */
  open(community: number, hash: string, extension: string): Promise<Buffer | null>
  /** For erasure. Two rows may name the same hash: ask first whether another still needs it. */
  remove(community: number, hash: string): Promise<void>
  /** Removes the files of one kind that were last saved before `before`; for what was kept only for a while. Answers how many. */
  removeOlder(community: number, extension: string, before: Temporal.Instant): Promise<number>
  /** Removes what a crash left half-written more than an hour ago; for the start of the server. */
  sweep(): Promise<void>
}

const hashShape = /^[0-9a-f]{64}$/
const extensionShape = /^[a-z0-9]{1,8}$/
const hour = 60 * 60 * 1000

/** Opens the store in `folder`, which is made with the first file and is readable by this account only. */
export function fileStore(folder: string): FileStore {
  const root = resolve(folder)
  const unfinished = join(root, 'unfinished')
  return {
    save: (community, bytes, extension) => save(root, unfinished, community, bytes, extension),
    open: (community, hash, extension) => read(root, community, hash, extension),
    remove: (community, hash) => remove(root, community, hash),
    removeOlder: (community, extension, before) => removeOlder(root, community, extension, before),
    sweep: () => sweep(unfinished),
  }
}

async function save(folder: string, unfinished: string, community: number, bytes: Uint8Array, extension: string): Promise<string> {
  if (!isCommunity(community)) throw new RangeError(`not a community: ${community}`)
  if (!extensionShape.test(extension)) throw new RangeError(`not a file extension: ${extension}`)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const shelf = join(folder, String(community), hash.slice(0, 2))
  await makeFolder(shelf)
  await makeFolder(unfinished)
  const draft = join(unfinished, randomUUID())
  try {
    await writeDurably(draft, bytes)
    await rename(draft, join(shelf, `${hash}.${extension}`))
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
  await syncFolder(shelf)
  return hash
}

// Written anew even if it is there: a file that rotted on the disk is made whole by the same photo.
async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function makeFolder(path: string): Promise<void> {
  const made = await mkdir(path, { recursive: true, mode: 0o700 })
  // A new folder is on the disk only when its parents are; `made` is the topmost new one.
  for (let at = path; made && at.length >= made.length; at = join(at, '..')) await syncFolder(join(at, '..'))
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function read(folder: string, community: number, hash: string, extension: string): Promise<Buffer | null> {
  if (!isCommunity(community) || !hashShape.test(hash) || !extensionShape.test(extension)) return null
  const path = join(folder, String(community), hash.slice(0, 2), `${hash}.${extension}`)
  return orNull(readFile(path))
}

async function remove(folder: string, community: number, hash: string): Promise<void> {
  if (!isCommunity(community) || !hashShape.test(hash)) return
  const shelf = join(folder, String(community), hash.slice(0, 2))
  const found = ((await orNull(readdir(shelf))) ?? []).filter(name => name.startsWith(`${hash}.`))
  for (const name of found) await rm(join(shelf, name), { force: true })
  if (found.length > 0) await syncFolder(shelf)
}

async function removeOlder(folder: string, community: number, extension: string, before: Temporal.Instant): Promise<number> {
  const found = (await orNull(readdir(join(folder, String(community)), { recursive: true }))) ?? []
  let removed = 0
  for (const name of found.filter(each => each.endsWith(`.${extension}`))) {
    const path = join(folder, String(community), name)
    const there = await orNull(stat(path))
    if (!there || there.mtimeMs >= before.epochMilliseconds) continue
    await rm(path, { force: true })
    removed += 1
  }
  return removed
}

async function sweep(unfinished: string): Promise<void> {
  for (const name of (await orNull(readdir(unfinished))) ?? []) {
    const path = join(unfinished, name)
    const found = await orNull(stat(path))
    if (found && Date.now() - found.mtimeMs > hour) await rm(path, { force: true })
  }
}

function isCommunity(community: number): boolean {
  return Number.isSafeInteger(community) && community > 0
}

async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

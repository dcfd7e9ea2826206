// Reads a backup from its beginning to its end before anything is done with it.
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { LOCKED, opener, type Key } from '#kit/backup/lock.ts'
import { FILE, manifest, MANIFEST, MASTER_KEY, TABLE_PIECE, type Manifest } from '#kit/backup/manifest.ts'
import { membersOf, sha256, type Member } from '#kit/backup/members.ts'
import { StartError } from '#kit/start-error.ts'
import { backupText } from '#text/backup.ts'

/** A backup that was read once and found whole; `members` reads it again. */
export interface Whole {
  manifest: Manifest
  /** Null where it was left out. */
  masterKey: Buffer | null
  members(): AsyncGenerator<Member>
}

/** Opens a backup and checks each byte of it. Throws StartError where it is not whole, changed, locked, or no backup. */
export async function wholeBackup(path: string, key?: Key): Promise<Whole> {
  const begins = await beginningOf(path)
  const locked = begins.toString('latin1').startsWith(LOCKED)
  if (!locked && begins.readUInt16BE(0) !== 0x1f8b) throw new StartError(lang => backupText(lang).notABackup(path))
  if (locked && !key) throw new StartError(lang => backupText(lang).needKey)
  const unlock = locked && key ? opener(key) : async (plain: Readable) => plain
  const members = async function* () {
    yield* membersOf(await unlock(createReadStream(path)))
  }
  try {
    return { ...await readThrough(members()), members }
  } catch (error) {
    if (error instanceof StartError) throw error
    throw Object.assign(new StartError(lang => backupText(lang).damaged(path)), { cause: error })
  }
}

async function beginningOf(path: string): Promise<Buffer> {
  try {
    const file = await open(path)
    const { buffer } = await file.read(Buffer.alloc(LOCKED.length), 0, LOCKED.length, 0).finally(() => file.close())
    return buffer
  } catch {
    throw new StartError(lang => backupText(lang).noSuchFile(path))
  }
}

async function readThrough(members: AsyncGenerator<Member>): Promise<Pick<Whole, 'manifest' | 'masterKey'>> {
  const seen: Manifest['members'] = []
  const files = { count: 0, bytes: 0 }
  let said: Manifest | null = null
  let masterKey: Buffer | null = null
  for await (const { name, bytes } of members) {
    if (said) throw new Error('something comes after the manifest')
    if (name === MANIFEST) said = manifest.parse(JSON.parse(bytes.toString('utf8')))
    else if (FILE.test(name)) countFile(files, name, bytes)
    else seen.push({ name, bytes: bytes.length, sha256: sha256(bytes) })
    if (name === MASTER_KEY) masterKey = bytes
  }
  if (!said) throw new Error('no manifest')
  if (JSON.stringify([seen, files]) !== JSON.stringify([said.members, said.files])) throw new Error('not what the manifest says')
  const strange = seen.find(({ name }) => name !== MASTER_KEY && !TABLE_PIECE.test(name))
  if (strange) throw new Error(`not a member of a backup: ${strange.name}`)
  return { manifest: said, masterKey }
}

function countFile(files: Manifest['files'], name: string, bytes: Buffer): void {
  if (sha256(bytes) !== FILE.exec(name)?.[4]) throw new Error(`changed: ${name}`)
  files.count += 1
  files.bytes += bytes.length
}

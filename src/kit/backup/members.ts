// The members of a backup, in and out: a tar, packed with gzip, so that everybody's tools open it.
import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import tar, { type Pack } from 'tar-stream'

/** One member, whole in memory: a piece of a table, a photo, the manifest. */
export interface Member {
  name: string
  bytes: Buffer
  time: Date
}

/** More than any member of ours. */
const LONGEST = 256 * 1024 * 1024

/** Appends a member and waits until it has left, so that memory stays bounded. */
export async function append(pack: Pack, name: string, bytes: Uint8Array, time = new Date()): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const out = pack.entry({ name, size: bytes.length, mode: 0o600, mtime: time }, error => error ? reject(error) : resolve())
    out.end(bytes)
  })
}

/** The members of an unlocked backup, one after the other. Throws where it is cut off or damaged. */
export async function* membersOf(packed: Readable): AsyncGenerator<Member> {
  const extract = tar.extract()
  const arriving = pipeline(packed, createGunzip(), extract)
  // It is told below; until then nobody listens.
  arriving.catch(() => undefined)
  for await (const entry of extract) {
    const { name, size = 0, mtime } = entry.header
    if (entry.header.type !== 'file' || size > LONGEST) throw new Error(`not a member of a backup: ${name}`)
    const pieces: Buffer[] = []
    for await (const piece of entry as AsyncIterable<Buffer>) pieces.push(piece)
    yield { name, bytes: Buffer.concat(pieces), time: mtime ?? new Date(0) }
  }
  await arriving
}

/** SHA-256 in hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

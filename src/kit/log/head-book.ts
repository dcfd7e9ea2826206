// The heads that were seen, in files outside the database: a database that is set back behind our back cannot set these back.
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { headSaid, type Head } from '#kit/log/checkpoint.ts'

/** One file for each community; a line is a head as JSON. */
export interface HeadBook {
  /** The longest head that stands there, or null. */
  longest(community: number): Promise<Head | null>
  /** Adds a signed head, durably. */
  add(community: number, note: string): Promise<void>
}

// Lines of several processes may stand in any order, but never far apart.
const TAIL = 64 * 1024

/** The book in this folder, made with the first head. */
export function headBook(folder: string): HeadBook {
  const path = (community: number) => join(folder, `${community}.log`)
  return {
    longest: async community => longest(await tail(path(community))),
    async add(community, note) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const file = await open(path(community), 'a', 0o600)
      try {
        // One write, so that two processes on one folder cannot mix their lines.
        await file.write(`${JSON.stringify({ head: note })}\n`)
        await file.sync()
      } finally {
        await file.close()
      }
    },
  }
}

async function tail(path: string): Promise<string> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (file === null) return ''
  try {
    const { size } = await file.stat()
    const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL), 0, TAIL, Math.max(0, size - TAIL))
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}

// The first line may be cut by the reader, the last by a crash: both are passed over.
function longest(lines: string): Head | null {
  const heads = lines.split('\n').map(line => headIn(line)).filter(head => head !== null)
  return heads.reduce<Head | null>((most, head) => head.size > (most?.size ?? -1) ? head : most, null)
}

function headIn(line: string): Head | null {
  try {
    const { head }: { head?: unknown } = JSON.parse(line)
    return typeof head === 'string' ? headSaid(head) : null
  } catch {
    return null
  }
}

// Whether the database was set back behind our back, and how a new log is called.
import type { Reader } from '#kit/db.ts'
import type { Head } from '#kit/log/checkpoint.ts'
import { headOfSize } from '#modules/record/read.ts'

/** True when a head that was seen before is not the one that stands here now: an older copy of the database, or another past. */
export async function setBack(db: Reader, seen: Pick<Head, 'size' | 'root'>): Promise<boolean> {
  const head = await headOfSize(db, seen.size)
  return head === null || Buffer.compare(head.root, seen.root) !== 0
}

/** The name of a community's log: its address without the scheme (c2sp.org/tlog-tiles). Kept for good from the first head on. */
export function originOf(publicUrl: string, slug: string): string {
  return `${new URL(publicUrl).host}/${slug}/record`
}

// The questions about the log itself: its heads, and the hashes that proofs and tiles are made of.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { headSaid } from '#kit/log/checkpoint.ts'
import { neededFor, peaksOf, rootOf, type Lookup } from '#kit/log/growth.ts'
import { leafHash } from '#kit/log/hash.ts'
import { WIDTH, type Stored, type Stretch } from '#kit/log/stretch.ts'
import { bundle, type Tile } from '#kit/log/tile.ts'

/** A head as it stands in the database: what its note says, and the note; root and time are empty where the note was spoilt. */
export type HeadRow = NonNullable<ReturnType<typeof headOf>>

/** The last head, or null while nothing is sealed. */
export async function lastHead(db: Reader): Promise<HeadRow | null> {
  return headOf(await heads(db).orderBy('size', 'desc').executeTakeFirst())
}

/** The head of this very size, or null. */
export async function headOfSize(db: Reader, size: number): Promise<HeadRow | null> {
  return headOf(await heads(db).where('size', '=', size).executeTakeFirst())
}

/** The first head of at least this size, or null. */
export async function headReaching(db: Reader, size: number): Promise<HeadRow | null> {
  return headOf(await heads(db).where('size', '>=', size).orderBy('size').executeTakeFirst())
}

function heads(db: Reader) {
  return db.selectFrom('record_head').select(['size', 'note']).where('community_id', '=', db.community).limit(1)
}

/** The heads longer than `after` and at most `upTo`, shortest first. */
export async function headsBetween(db: Reader, after: number, upTo: number, limit: number) {
  return db.selectFrom('record_head').select(['size', 'note']).where('community_id', '=', db.community)
    .where('size', '>', after).where('size', '<=', upTo).orderBy('size').limit(limit).execute()
}

function headOf(row: { size: number, note: string } | undefined) {
  if (!row) return null
  const said = headSaid(row.note)
  const root = said?.size === row.size ? said.root : new Uint8Array()
  return { size: row.size, note: row.note, origin: said?.origin ?? '', root, at: said?.at ?? null }
}

/** The last leaf: how many there are with it, and the entry of the journal that it stands for; zeros while there is none. */
export async function lastLeaf(db: Reader): Promise<{ count: number, entry: number }> {
  const row = await db.selectFrom('record_leaf').select(['index', 'journal_id']).where('community_id', '=', db.community)
    .orderBy('index', 'desc').limit(1).executeTakeFirst()
  return row ? { count: row.index + 1, entry: row.journal_id } : { count: 0, entry: 0 }
}

/** The proof that consists of these stretches. One statement. */
export async function proofOf(db: Reader, stretches: readonly Stretch[]): Promise<Uint8Array[]> {
  const stored = await storedHashes(db, neededFor(stretches))
  return stretches.map(stretch => rootOf(peaksOf(stretch, stored)))
}

/** A hash that must be stored and is not: the record was tampered with. */
export class HashMissing extends Error {}

/** These stored hashes, as one question; the answer throws HashMissing for one that is not there. */
export async function storedHashes(db: Reader, wanted: readonly Stored[]): Promise<Lookup> {
  const list = (levels: (level: number) => boolean) => {
    const some = wanted.filter(({ level }) => levels(level))
    return sql`unnest(${some.map(each => each.level)}::int[], ${some.map(each => each.first)}::bigint[], ${
      some.map(each => each.first + each.count - 1)}::bigint[]) as wanted (level, first, last)`
  }
  const query = sql<{ level: number, index: number, hash: Buffer }>`(
    select 0 as level, leaf.index, leaf.commitment as hash from ${list(level => level === 0)}
      join record_leaf leaf on leaf.community_id = ${db.community} and leaf.index between wanted.first and wanted.last
    union all
    select node.level, node.index, node.hash from ${list(level => level > 0)}
      join record_node node on node.community_id = ${db.community} and node.level = wanted.level
        and node.index between wanted.first and wanted.last)`
  const rows = await db.selectFrom(query.as('stored')).select(['level', 'index', 'hash']).execute()
  const found = new Map(rows.map(({ level, index, hash }) => [`${level}/${index}`, level === 0 ? leafHash(hash) : hash]))
  return (level, index) => {
    const hash = found.get(`${level}/${index}`)
    if (!hash) throw new HashMissing(`hash ${index} of level ${level}`)
    return hash
  }
}

/** The bytes of a tile or bundle, or null where not that much is sealed. */
export async function tileBytes(db: Reader, { level, index, width }: Tile): Promise<Uint8Array<ArrayBuffer> | null> {
  const first = index * WIDTH
  const hashes = level === 'entries' || level === 0 ? await commitments(db, first, width) : await nodes(db, level, first, width)
  if (hashes.length < width) return null
  if (level === 'entries') return bundle(hashes)
  return Uint8Array.from(Buffer.concat(level === 0 ? hashes.map(leafHash) : hashes))
}

async function commitments(db: Reader, first: number, count: number): Promise<Uint8Array[]> {
  const rows = await db.selectFrom('record_leaf').select('commitment').where('community_id', '=', db.community)
    .where('index', '>=', first).where('index', '<', first + count).orderBy('index').execute()
  return rows.map(row => row.commitment)
}

async function nodes(db: Reader, level: number, first: number, count: number): Promise<Uint8Array[]> {
  const rows = await db.selectFrom('record_node').select('hash').where('community_id', '=', db.community).where('level', '=', level)
    .where('index', '>=', first).where('index', '<', first + count).orderBy('index').execute()
  return rows.map(row => row.hash)
}

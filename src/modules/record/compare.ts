// Compares the log with the journal from the first entry on: every leaf is made anew, every stored hash and every head is looked at.
import { sql } from 'kysely'
import type { Reader } from '#kit/db.ts'
import { openCheckpoint } from '#kit/log/checkpoint.ts'
import { append, rootOf, type Node, type Peak } from '#kit/log/growth.ts'
import { leafHash } from '#kit/log/hash.ts'
import type { Secrets } from '#kit/secrets.ts'
import { JOURNAL_COLUMNS, logSigner, sealer } from '#modules/record/entry.ts'
import { headsBetween, lastHead } from '#modules/record/read.ts'

/** What can be wrong, and at which place of the log. No words and no entry: this is written into the journal. */
export const WRONG = ['changed', 'gone', 'inserted', 'order', 'hash', 'head', 'cut'] as const
export interface Wrong {
  readonly what: typeof WRONG[number]
  readonly at: number
}

/** How far the comparison is. */
export interface Comparison {
  readonly size: number
  readonly lastId: number
  readonly peaks: readonly Peak[]
  readonly wrong: readonly Wrong[]
  readonly done: boolean
}

/** Before the first part. */
export const nothingCompared: Comparison = { size: 0, lastId: 0, peaks: [], wrong: [], done: false }

const PART = 1000
/** More is not told: one is enough to look into it. */
export const MOST_WRONG = 20

/** Compares the next part; call it until it is `done`. */
export async function compared(db: Reader, secrets: Pick<Secrets, 'keyFor'>, before: Comparison): Promise<Comparison> {
  const leaves = await leavesFrom(db, before.size)
  const size = before.size + leaves.length
  const wrong = [...before.wrong]
  const found: Found = (what, at) => void (wrong.length < MOST_WRONG && wrong.push({ what, at }))
  const checkEntry = entryChecker(sealer(secrets, db.community), before.lastId, found)
  const checkNodes = nodeChecker(await nodesBetween(db, before.size, size), found)
  const checkHead = await headChecker(db, secrets, { from: before.size, to: size }, found)
  const peaks = [...before.peaks]
  leaves.forEach((leaf, i) => {
    checkEntry(leaf, before.size + i)
    checkNodes(append(peaks, before.size + i, leafHash(leaf.commitment)))
    checkHead(before.size + i + 1, peaks)
  })
  const lastId = leaves.at(-1)?.journal_id ?? before.lastId
  if (await unsealedBetween(db, before.lastId, lastId)) found('inserted', size)
  for (const lost of await headsLost(db, leaves)) found('head', lost)
  const done = leaves.length < PART
  if (done && await leftOver(db, size)) found('cut', size)
  return { size, lastId, peaks, wrong, done }
}

type Found = (what: Wrong['what'], at: number) => void

type Leaf = Awaited<ReturnType<typeof leavesFrom>>[number]

function leavesFrom(db: Reader, from: number) {
  return db.selectFrom('record_leaf')
    .leftJoin('journal', join => join.onRef('journal.community_id', '=', 'record_leaf.community_id')
      .onRef('journal.id', '=', 'record_leaf.journal_id'))
    .select(['record_leaf.index', 'record_leaf.journal_id', 'record_leaf.commitment', ...JOURNAL_COLUMNS])
    .where('record_leaf.community_id', '=', db.community).where('record_leaf.index', '>=', from)
    .orderBy('record_leaf.index').limit(PART).execute()
}

function entryChecker(seal: ReturnType<typeof sealer>, after: number, found: Found) {
  let lastId = after
  return (leaf: Leaf, place: number): void => {
    const { id, at, action, subject } = leaf
    if (leaf.index !== place || leaf.journal_id <= lastId) found('order', place)
    lastId = leaf.journal_id
    if (id === null || at === null || action === null || subject === null) return found('gone', place)
    if (Buffer.compare(seal({ ...leaf, id, at, action, subject }).commitment, leaf.commitment) !== 0) found('changed', place)
  }
}

function nodesBetween(db: Reader, from: number, to: number) {
  // How many leaves the log had when the hash was complete.
  const reached = sql<number>`(index + 1) << (8 * level::int)`
  return db.selectFrom('record_node').select(['level', 'index', 'hash']).where('community_id', '=', db.community)
    .where(reached, '>', from).where(reached, '<=', to).execute()
}

function nodeChecker(stored: readonly Node[], found: Found) {
  const hashes = new Map(stored.map(node => [`${node.level}/${node.index}`, node.hash]))
  return (completed: readonly Node[]): void => {
    for (const { level, index, hash } of completed) {
      if (Buffer.compare(hashes.get(`${level}/${index}`) ?? new Uint8Array(), hash) !== 0) found('hash', index * 256 ** level)
    }
  }
}

async function headChecker(db: Reader, secrets: Pick<Secrets, 'keyFor'>, { from, to }: { from: number, to: number }, found: Found) {
  const heads = new Map((await headsBetween(db, from, to, PART)).map(head => [head.size, head.note]))
  const origin = (await lastHead(db))?.origin
  const signer = origin ? logSigner(secrets, db, origin) : null
  return (size: number, peaks: readonly Peak[]): void => {
    const note = heads.get(size)
    if (note === undefined) return
    const head = signer && openCheckpoint(note, signer)
    if (head?.size !== size || Buffer.compare(head.root, rootOf(peaks)) !== 0) found('head', size)
  }
}

// Entries of the journal that were put between those that had been sealed.
async function unsealedBetween(db: Reader, after: number, upTo: number): Promise<boolean> {
  const found = await db.selectFrom('journal')
    .leftJoin('record_leaf', join => join.onRef('record_leaf.community_id', '=', 'journal.community_id')
      .onRef('record_leaf.journal_id', '=', 'journal.id'))
    .select('journal.id').where('journal.community_id', '=', db.community).where('journal.id', '>', after).where('journal.id', '<=', upTo)
    .where('record_leaf.index', 'is', null).limit(1).executeTakeFirst()
  return found !== undefined
}

// That something was sealed stands in the journal too, so a head that was taken away is missed.
async function headsLost(db: Reader, leaves: readonly Leaf[]): Promise<number[]> {
  const sizes = leaves.filter(leaf => leaf.action === 'record.seal').map(leaf => sizeIn(leaf.facts)).filter(size => size > 0)
  if (sizes.length === 0) return []
  const there = await db.selectFrom('record_head').select('size').where('community_id', '=', db.community).where('size', 'in', sizes)
    .execute()
  return sizes.filter(size => there.every(head => head.size !== size))
}

function sizeIn(facts: unknown): number {
  return typeof facts === 'object' && facts !== null && 'size' in facts && typeof facts.size === 'number' ? facts.size : 0
}

// After the last leaf there is neither a head nor a hash, and a head stands at the last leaf.
async function leftOver(db: Reader, size: number): Promise<boolean> {
  return ((await lastHead(db))?.size ?? 0) !== size || (await nodesBetween(db, size, Number.MAX_SAFE_INTEGER)).length > 0
}

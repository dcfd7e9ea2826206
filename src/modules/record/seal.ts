// 封存: new entries of the journal get their place in the log, and the log gets a new signed head.
import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { checkpoint, openCheckpoint } from '#kit/log/checkpoint.ts'
import { append, neededFor, peaksOf, rootOf, type Node } from '#kit/log/growth.ts'
import { leafHash } from '#kit/log/hash.ts'
import type { Secrets } from '#kit/secrets.ts'
import type { Actor } from '#modules/people/public.ts'
import { COLUMNS, logSigner, sealer, type Row } from '#modules/record/entry.ts'
import { HashMissing, lastHead, lastLeaf, storedHashes } from '#modules/record/read.ts'
import { recordText } from '#text/record.ts'

/** How many entries one sealing takes: few enough that nobody waits for the process meanwhile. */
const MOST = 2000

/**
 * Done by the clock, never by a person; `upTo` is what `settledUpTo` said, `origin` the name of a log that is only beginning. Two processes
 * that seal at once make the same leaves, and the primary key lets one of them in. Refused while the log does not agree with its last head:
 * what was tampered with is not signed.
 */
export const sealRecord = action({
  name: 'record.seal',
  summary: lang => recordText(lang).summarySeal,
  input: z.strictObject({ upTo: z.number().int().min(0), origin: z.string() }),
  subject: (db, input, _actor: Actor, { secrets }) => standing(db, secrets, input.origin),
  refuse: (_actor, { whole }) => whole ? null : lang => recordText(lang).damaged,
  run: async (db, { input, subject: { signer, size, peaks, after, last }, secrets, now }) => {
    const rows = await entriesBetween(db, after, input.upTo)
    const seal = sealer(secrets, db.community)
    const leaves = rows.map(row => ({ journal_id: row.id, commitment: seal(row).commitment }))
    const nodes = leaves.flatMap(({ commitment }, i) => append(peaks, size + i, leafHash(commitment)))
    await write(db, size, leaves, nodes)
    const grown = size + leaves.length
    // Clocks of two machines differ a little; a head never seems older than the one before.
    const at = last && Temporal.Instant.compare(last.at, now) > 0 ? last.at : now
    const note = checkpoint(signer, { size: grown, root: rootOf(peaks), at })
    if (leaves.length > 0) await db.insertInto('record_head').values({ community_id: db.community, size: grown, note }).execute()
    return { subject: 'record', answer: { id: grown, more: rows.length === MOST }, facts: { size: grown, entries: rows.length } }
  },
})

/** Whether there is anything to seal up to this entry. That something was sealed is sealed with the next act, not by itself. */
export async function somethingToSeal(db: Reader, upTo: number): Promise<boolean> {
  const found = await db.selectFrom('journal').select('id').where('community_id', '=', db.community)
    .where('id', '>', (await lastLeaf(db)).entry).where('id', '<=', upTo).where('action', '<>', 'record.seal').limit(1).executeTakeFirst()
  return found !== undefined
}

/** Where the log stands, and whether what is stored still leads to its last head, signed by us. */
export async function standing(db: Reader, secrets: Pick<Secrets, 'keyFor'>, origin: string) {
  const [head, leaf] = [await lastHead(db), await lastLeaf(db)]
  const signer = logSigner(secrets, db, head?.origin || origin)
  if (!head) return { whole: leaf.count === 0, signer, size: 0, peaks: [], after: 0, last: null }
  const all = { from: 0, until: head.size }
  const peaks = await storedHashes(db, neededFor([all])).then(stored => peaksOf(all, stored)).catch(lacking)
  const last = openCheckpoint(head.note, signer)
  const agree = last !== null && peaks !== null && Buffer.compare(rootOf(peaks), last.root) === 0
  const whole = agree && last.size === leaf.count && head.size === leaf.count
  return { whole, signer, size: head.size, peaks: peaks ?? [], after: leaf.entry, last }
}

// A hash that is gone is damage to be told, anything else our own bug.
function lacking(problem: unknown): null {
  if (problem instanceof HashMissing) return null
  throw problem
}

async function entriesBetween(db: Reader, after: number, upTo: number): Promise<Row[]> {
  return db.selectFrom('journal').select(COLUMNS).where('community_id', '=', db.community).where('id', '>', after).where('id', '<=', upTo)
    .orderBy('id').limit(MOST).execute()
}

interface Leaf {
  journal_id: number
  commitment: Uint8Array
}

async function write(db: Writer, size: number, leaves: readonly Leaf[], nodes: readonly Node[]): Promise<void> {
  if (leaves.length === 0) return
  await db.insertInto('record_leaf').columns(['community_id', 'index', 'journal_id', 'commitment']).expression(eb => eb
    .selectFrom(sql<{ id: number, commitment: Buffer, place: number }>`unnest(${leaves.map(leaf => leaf.journal_id)}::bigint[], ${
      leaves.map(leaf => leaf.commitment)}::bytea[]) with ordinality`.as<'leaf'>(sql`leaf (id, commitment, place)`))
    .select([sql<number>`${db.community}::int`.as('community_id'), sql<number>`${size - 1} + leaf.place`.as('index'), 'leaf.id',
      'leaf.commitment'])).execute()
  if (nodes.length > 0) {
    await db.insertInto('record_node').values(nodes.map(({ level, index, hash }) => (
      { community_id: db.community, level, index, hash: Buffer.from(hash) }))).execute()
  }
}

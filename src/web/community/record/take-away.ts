// Files of the record to take away: what leads from an old head to the last one, all heads, and the whole record.
import type { Handler } from 'hono'
import { NotFound } from '#kit/errors.ts'
import { consistencyPath } from '#kit/log/stretch.ts'
import { EXPORT_HEAD, exportPart, exportRecord, headOfSize, headsBetween, lastHead, proofOf } from '#modules/record/public.ts'
import { recordText } from '#text/record.ts'
import { numberIn } from '#web/frame.ts'
import type { House } from '../../../house.ts'
import type { Page, Submit } from '#web/visit.ts'
import { communityOf } from './log.ts'

const MOST_HEADS = 1000

/** GET /:community/record/consistency?from=1234: shows that what stood in the record when it had so many acts stands there still. */
export const consistency: Page = async ({ db, url, community }) => {
  const [older, newer] = [await headOfSize(db, numberIn(url, 'from') ?? 0), await lastHead(db)]
  if (!older || !newer) throw new NotFound(lang => recordText(lang).noSuchHead)
  const proof = await proofOf(db, consistencyPath(older.size, newer.size))
  const hashes = proof.map(hash => Buffer.from(hash).toString('base64'))
  const file = { linju: 'consistency/1', older: older.note, newer: newer.note, proof: hashes }
  return saved(`${community.slug}-record-${older.size}-${newer.size}.json`, JSON.stringify(file))
}

/** GET /:community/record/heads.jsonl: every head, one a line. */
export function heads(house: House): Handler {
  return async c => {
    const { id, slug } = await communityOf(house, c)
    return saved(`${slug}-heads.jsonl`, ReadableStream.from(headLines(house, id)))
  }
}

/** POST /:community/record/export. Each time is written down: a request key would let the second one pass unseen. */
export function whole(house: House): Submit {
  return async sent => {
    const { id: size } = await sent.act(exportRecord, {}, { requestKey: undefined })
    return saved(`${sent.community.slug}-record-${size}.jsonl`, ReadableStream.from(exportLines(house, sent.community.id, size)))
  }
}

// Part by part, each in a look of its own: what is sealed does not change meanwhile.
async function *headLines(house: House, community: number): AsyncGenerator<Uint8Array> {
  for (let after = 0; ;) {
    const from = after
    const part = await house.database.look(community, db => headsBetween(db, from, Number.MAX_SAFE_INTEGER, MOST_HEADS))
    yield Buffer.from(part.map(({ note }) => `${JSON.stringify({ head: note })}\n`).join(''))
    if (part.length < MOST_HEADS) return
    after = part.at(-1)?.size ?? 0
  }
}

/** The lines of the whole record, up to the head of this size. */
export async function *exportLines(house: Pick<House, 'database' | 'means'>, community: number, size: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from(EXPORT_HEAD)
  for (let next: number | null = size > 0 ? 0 : null; next !== null;) {
    const from: number = next
    const part = await house.database.look(community, db => exportPart(db, house.means.secrets, from, size))
    yield Buffer.from(part.lines)
    next = part.next
  }
}

/** A file for the reader to keep; in no cache, since it may be only hers. */
export function saved(name: string, body: string | ReadableStream<Uint8Array>): Response {
  return new Response(body, { headers: {
    'content-type': name.endsWith('.json') ? 'application/json; charset=utf-8' : 'application/jsonl; charset=utf-8',
    'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'content-disposition': `attachment; filename="${name}"`,
  } })
}

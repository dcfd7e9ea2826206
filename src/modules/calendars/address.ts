// The secret address of a person's own calendar.
import { createHash } from 'node:crypto'
import type { Reader } from '#kit/db.ts'

/** What is stored of the secret part of an address. */
export function addressHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Whose calendar has this secret, or undefined. Any text may be asked for. */
export async function ownerOfAddress(db: Reader, token: string): Promise<number | undefined> {
  const found = await db.selectFrom('calendar_address').select('person_id')
    .where('community_id', '=', db.community).where('token_hash', '=', addressHash(token)).executeTakeFirst()
  return found?.person_id
}

/** Since when the person has such an address; undefined where he has none. */
export async function addressSince(db: Reader, personId: number): Promise<Temporal.Instant | undefined> {
  const found = await db.selectFrom('calendar_address').select('made_at')
    .where('community_id', '=', db.community).where('person_id', '=', personId).executeTakeFirst()
  return found?.made_at
}

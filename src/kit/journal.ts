// The append-only record of every act; also the outbox, and the memory of request keys.
import { sql } from 'kysely'
import type { Reader, Writer } from '#kit/db.ts'

export interface Entry {
  action: string
  at: Temporal.Instant
  personId: number | null
  onBehalfOf?: number
  requestKey?: string
  subject: string
  facts?: Readonly<Record<string, unknown>>
  answer: Readonly<Record<string, unknown>>
}

/** Appends one entry. A request key that is there already violates its unique index, and the whole act with it. */
export async function writeDown(db: Writer, entry: Entry): Promise<void> {
  await db.insertInto('journal').values({
    community_id: db.community,
    at: entry.at.toString(),
    action: entry.action,
    person_id: entry.personId,
    on_behalf_of: entry.onBehalfOf ?? null,
    subject: entry.subject,
    facts: JSON.stringify(entry.facts ?? {}),
    answer: JSON.stringify(entry.answer),
    request_key: entry.requestKey ?? null,
  }).execute()
}

/** What the act with this request key answered, or undefined when it was not done. */
export async function firstAnswer(db: Reader, requestKey: string) {
  return db.selectFrom('journal')
    .select(['action', 'person_id', 'answer'])
    .where('community_id', '=', db.community)
    .where('request_key', '=', sql<string>`${requestKey}::uuid`)
    .executeTakeFirst()
}

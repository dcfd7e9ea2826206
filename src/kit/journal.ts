// The append-only record of every act; also the outbox, and the memory of request keys.
import { CompiledQuery, sql } from 'kysely'
import type { Reader } from '#kit/db.ts'

export interface Entry {
  action: string
  at: Temporal.Instant
  personId: number | null
  onBehalfOf?: number
  requestKey?: string
  requestPrint?: string
  subject: string
  facts?: Readonly<Record<string, unknown>>
  answer: Readonly<Record<string, unknown>>
}

// Always the same statement, so it is spelled out instead of composed for every act.
const APPEND = `insert into journal (community_id, at, action, person_id, on_behalf_of, subject, facts, answer, request_key, request_print)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`

/** The statement that appends one entry, for the end of its act. A request key that is there already makes it fail, and with it the act. */
export function writtenDown(community: number, entry: Entry): CompiledQuery {
  return CompiledQuery.raw(APPEND, [
    community, entry.at.toString(), entry.action, entry.personId, entry.onBehalfOf ?? null, entry.subject,
    JSON.stringify(entry.facts ?? {}), JSON.stringify(entry.answer), entry.requestKey ?? null, entry.requestPrint ?? null,
  ])
}

/** What the act with this request key answered, or undefined when it was not done. */
export async function firstAnswer(db: Reader, requestKey: string) {
  return db.selectFrom('journal')
    .select(['action', 'person_id', 'answer', 'request_print'])
    .where('community_id', '=', db.community)
    .where('request_key', '=', sql<string>`${requestKey}::uuid`)
    .executeTakeFirst()
}

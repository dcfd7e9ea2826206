// An entry of the journal as it is sealed: what it is about lies open to whoever is given it; who did it, the details and the answer stand
// in it by a mark, so that a receipt can show them or keep them back. Marks and leaf are salted: nobody can find them by guessing.
import { createHmac } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Reader } from '#kit/db.ts'
import { sha256 } from '#kit/log/hash.ts'
import { signerOf, type Signer } from '#kit/log/note.ts'
import type { Secrets } from '#kit/secrets.ts'

/** What of a journal's row is sealed: all of it. */
export const COLUMNS = ['id', 'at', 'action', 'person_id', 'on_behalf_of', 'subject', 'facts', 'answer', 'request_key'] as const

/** The same, where another table stands beside. */
export const JOURNAL_COLUMNS = COLUMNS.map(column => `journal.${column}` as const)

/** A row of the journal. */
export interface Row {
  id: number
  at: Temporal.Instant
  action: string
  person_id: number | null
  on_behalf_of: number | null
  subject: string
  facts: unknown
  answer: unknown
  request_key: string | null
}

/** The entry whose canonical bytes (RFC 8785) are sealed. `details` and `answer` are marks: hex of SHA-256 over salt and canonical bytes. */
export interface Entry {
  readonly action: string
  readonly answer: string
  readonly at: string
  readonly community: number
  readonly details: string
  readonly id: number
  readonly subject: string
}

/** A part of an entry with its salt (32 hex digits): what opens its mark. */
export interface Opened {
  readonly salt: string
  readonly value: unknown
}

/** An entry, its salt, its leaf in the log, and what opens its marks. */
export interface Sealed {
  readonly entry: Entry
  readonly salt: string
  readonly commitment: Uint8Array
  readonly details: Opened
  /** Holds codes that let whoever has them act: for nobody but the one who did it. */
  readonly answer: Opened
}

/** Seals rows of one community; the key for the salts is derived once. */
export function sealer(secrets: Pick<Secrets, 'keyFor'>, community: number): (row: Row) => Sealed {
  const key = Buffer.from(secrets.keyFor('record salts'), 'hex')
  return row => {
    // One HMAC makes the three salts: each is of no use for guessing another.
    const salts = createHmac('sha512', key).update(`${community}/${row.id}`).digest()
    const [salt, forDetails, forAnswer] = [salts.subarray(0, 16), salts.subarray(16, 32), salts.subarray(32, 48)]
    const details = { facts: row.facts, onBehalfOf: row.on_behalf_of, person: row.person_id }
    const answer = { answer: row.answer, requestKey: row.request_key }
    const entry = {
      action: row.action, answer: mark(forAnswer, answer), at: row.at.toString(), community, details: mark(forDetails, details),
      id: row.id, subject: row.subject,
    }
    return {
      entry, salt: salt.toString('hex'), commitment: committed(salt, entry),
      details: { salt: forDetails.toString('hex'), value: details }, answer: { salt: forAnswer.toString('hex'), value: answer },
    }
  }
}

/** Who signs the heads of a community's log, under the name that the log bears. */
export function logSigner(secrets: Pick<Secrets, 'keyFor'>, { community }: Pick<Reader, 'community'>, origin: string): Signer {
  return signerOf(origin, Buffer.from(secrets.keyFor(`record ${community}`), 'hex'))
}

function mark(salt: Uint8Array, value: unknown): string {
  return Buffer.from(committed(salt, value)).toString('hex')
}

function committed(salt: Uint8Array, value: unknown): Uint8Array {
  return sha256(Buffer.concat([salt, Buffer.from(canonicalize(value) ?? '')]))
}

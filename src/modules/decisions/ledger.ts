// 票账: what stands for a ballot in the ledger, and how it is sealed until the close. docs/decisions.md tells the format. Pure.
import { createHmac, randomBytes } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { BallotChannel } from '#db/tables.ts'
import { append, rootOf, type Peak } from '#kit/log/growth.ts'
import { leafHash, sha256 } from '#kit/log/hash.ts'
import { seal, unseal } from '#kit/sealed.ts'
import type { Choices } from '#modules/decisions/choices.ts'

/** Which vote of which community: every hash speaks of one of them only. */
export interface Vote {
  readonly community: number
  readonly id: number
}

/** What of a ballot is published: who by number, how, when, and a commitment that tells nothing of the choices. */
export interface LedgerEntry {
  readonly at: string
  readonly channel: BallotChannel
  readonly commitment: string
  readonly decision: string
  readonly number: number
}

/** The choices with the nonce (32 hex digits) that keeps their commitment from being guessed. */
export interface Opened {
  readonly nonce: string
  readonly choices: Choices
}

/** What is stored of a ballot: sealed choices, the commitment to them, and its leaf in the tree of the ledger. */
export interface Stored {
  readonly sealed: string
  readonly commitment: Buffer
  readonly leaf: Buffer
}

/** Seals a ballot. `at` to the millisecond, since that is what is published. */
export function sealed(vote: Vote, key: string, act: { number: number, channel: BallotChannel, at: Temporal.Instant, choices: Choices }): Stored {
  const opened = { nonce: randomBytes(16).toString('hex'), choices: act.choices }
  const commitment = commitmentTo(opened)
  return { sealed: sealChoices(vote, key, act.number, opened), commitment, leaf: leafOf(entryOf(vote, act, commitment)) }
}

/** The choices under the key of the vote, bound to the voter. */
export function sealChoices(vote: Vote, key: string, number: number, opened: Opened): string {
  return seal(key, about(vote, number), JSON.stringify(opened))
}

/** What was sealed; null when it was changed, or belongs to another voter or vote. */
export function openChoices(vote: Vote, key: string, number: number, text: string): Opened | null {
  const clear = unseal(key, about(vote, number), text)
  // Only `sealChoices` writes under this key.
  return clear === null ? null : JSON.parse(clear) as Opened
}

/** What a ballot says, without telling it: SHA-256 over the nonce and the canonical choices. */
export function commitmentTo({ nonce, choices }: Opened): Buffer {
  return Buffer.from(sha256(Buffer.concat([Buffer.from(nonce, 'hex'), bytesOf(choices)])))
}

/** A ballot as its ledger publishes it. */
export function entryOf(vote: Vote, act: { number: number, channel: BallotChannel, at: Temporal.Instant }, commitment: Buffer): LedgerEntry {
  return {
    at: act.at.toString({ fractionalSecondDigits: 3 }), channel: act.channel, commitment: commitment.toString('hex'),
    decision: nameOf(vote), number: act.number,
  }
}

/** What stands for any published row in a tree. */
export function leafOf(row: unknown): Buffer {
  return Buffer.from(leafHash(bytesOf(row)))
}

/** The root over leaves in their order, 64 hex digits. */
export function rootOver(leaves: Iterable<Uint8Array>): string {
  const peaks: Peak[] = []
  let size = 0
  for (const leaf of leaves) append(peaks, size++, leaf)
  return Buffer.from(rootOf(peaks)).toString('hex')
}

/** By which the voter finds the counted ballot: of a secret vote only whoever holds the key could tell which it is. */
export function markOf(leaf: Uint8Array, secretKey: string | null): string {
  return spoken(secretKey === null ? leaf : createHmac('sha256', Buffer.from(secretKey, 'hex')).update('mark').update(leaf).digest())
}

/** The name of a vote in everything that is hashed. */
export function nameOf({ community, id }: Vote): string {
  return `${community}/${id}`
}

function about(vote: Vote, number: number): string {
  return `ballot ${nameOf(vote)}/${number}`
}

function bytesOf(value: unknown): Buffer {
  return Buffer.from(canonicalize(value) ?? '')
}

// Crockford's base 32: no I, L, O or U. Twelve characters are 60 bits: among a million ballots two alike are not to be expected.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The five bits of each of its twelve characters; null where it is none. Case, gaps, and O, I and L for 0 and 1 do not matter. */
export function readCode(typed: string): number[] | null {
  const code = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/gu, '').replaceAll('O', '0').replace(/[IL]/gu, '1')
  return /^[0-9A-HJKMNP-TV-Z]{12}$/u.test(code) ? Array.from(code, letter => ALPHABET.indexOf(letter)) : null
}

function spoken(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 12), byte => ALPHABET.charAt(byte & 31)).join('')
}

// What ties a ballot to its voter while a poll is open, and what remains when its key is gone. Pure but for chance.
import { createHash, createHmac, randomBytes } from 'node:crypto'

/** A new key or seed: 256 random bits as hex. */
export function newSecret(): string {
  return randomBytes(32).toString('hex')
}

/** Under what a voter's ballot lies: HMAC-SHA256 under the poll's key, hex. Without the key it leads to nobody. */
export function markOf(key: string, voter: number): string {
  return createHmac('sha256', Buffer.from(key, 'hex')).update(`ballot ${voter}`).digest('hex')
}

/** What is shown of the seed of the lots before the end: SHA-256 of the seed as it is written, hex. */
export function commitmentTo(seed: string): string {
  return createHash('sha256').update(seed).digest('hex')
}

/** For what the receipt of a ballot stands: that it was taken, not what it says; the same when it was changed. */
export function ballotSubject(community: number, poll: number, voter: number): string {
  return `ballot ${community}/${poll}/${voter}`
}

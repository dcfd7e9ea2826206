// Signed webhooks that come to us (Standard Webhooks 1.0): who sent it, and when.
import { timingSafeEqual } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

/** How far the sender's clock may be from ours, in seconds; older ones may be somebody's recording. */
const TOLERANCE = 300

/** A message as it came: its headers and its body, byte for byte. */
export interface Incoming {
  readonly id: string
  readonly timestamp: string
  readonly signature: string
  readonly body: string
}

/** The message of a request, or null where a header is missing or cannot be one. */
export function incomingOf(headers: Headers, body: string): Incoming | null {
  const [id = '', timestamp = '', signature = ''] = ['webhook-id', 'webhook-timestamp',
    'webhook-signature'].map(name => headers.get(name) ?? '')
  return /^[\x21-\x2d\x2f-\x7e]{1,200}$/u.test(id) && /^\d{1,12}$/u.test(timestamp)
    && signature !== '' ? { id, timestamp, signature, body } : null
}

/** Whether it was sent within the last minutes, by the sender's own clock. */
export function isFresh({ timestamp }: Incoming, now: Temporal.Instant): boolean {
  return Math.abs(Number(timestamp) - now.epochMilliseconds / 1000) <= TOLERANCE
}

/** Whether one of its signatures was made with this secret (whsec_…) over this id, time and body. */
export function isSigned({ id, timestamp, signature, body }: Incoming, secret: string): boolean {
  const right = Buffer.from(new Webhook(secret).sign(id, new Date(Number(timestamp) * 1000), body))
  return signature.split(' ').some(one => {
    const given = Buffer.from(one)
    return given.length === right.length && timingSafeEqual(given, right)
  })
}

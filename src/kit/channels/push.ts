// Web push: encrypted for one browser (RFC 8291), signed with our own key (RFC 8292), handed to that browser's push service (RFC 8030).
import { createECDH, createHash } from 'node:crypto'
import webPush from 'web-push'
import type { Secrets } from '#kit/secrets.ts'
import type { Outcome } from './outcome.ts'
import { mayReach, post, type Reach } from './post.ts'

/** Our key pair, base64url: the public one is given to browsers. */
export interface PushKeys {
  readonly publicKey: string
  readonly privateKey: string
}

/** What a browser hands out when its owner agrees. */
export interface Subscription {
  readonly endpoint: string
  readonly p256dh: string
  readonly auth: string
}

/** How long the push service keeps it for a phone that is switched off, in seconds. */
const KEEP = 24 * 60 * 60

/** The installation's key pair, made from its master key: the same on every process, and none to configure. */
export function pushKeys(secrets: Secrets): PushKeys {
  const curve = createECDH('prime256v1')
  // One number in four thousand million is no key of the curve; then the next.
  for (let seed = Buffer.from(secrets.keyFor('web push'), 'hex'); ; seed = createHash('sha256').update(seed).digest()) {
    try {
      curve.setPrivateKey(seed)
      return { publicKey: curve.getPublicKey('base64url'), privateKey: seed.toString('base64url') }
    } catch {
      continue
    }
  }
}

/** True when we could send to it: a public https address, a point on the curve, a secret of 16 bytes. */
export function isSubscription({ endpoint, p256dh, auth }: Subscription, reach: Reach): boolean {
  const point = Buffer.from(p256dh, 'base64url')
  try {
    return mayReach(endpoint, reach) && point.length === 65 && Buffer.from(auth, 'base64url').length === 16 && onCurve(point)
  } catch {
    return false
  }
}

function onCurve(point: Buffer): boolean {
  const curve = createECDH('prime256v1')
  curve.generateKeys()
  return curve.computeSecret(point).length === 32
}

/** Sends a payload (at most 3 KB of JSON); never throws. `contact` is our https address, for the push service's operators. */
export async function sendPush(
  to: Subscription, payload: string, { keys, contact, reach }: { keys: PushKeys, contact: string, reach: Reach },
): Promise<Outcome> {
  const { cipherText } = webPush.encrypt(to.p256dh, to.auth, payload, 'aes128gcm')
  const { Authorization } = webPush.getVapidHeaders(new URL(to.endpoint).origin, contact, keys.publicKey, keys.privateKey, 'aes128gcm')
  return post(to.endpoint, reach, {
    headers: {
      'content-type': 'application/octet-stream', 'content-encoding': 'aes128gcm', authorization: Authorization, ttl: KEEP, urgency: 'high',
    },
    body: cipherText,
  })
}

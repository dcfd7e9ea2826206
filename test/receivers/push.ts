// A push service and the browser behind it: checks who sends (VAPID, RFC 8292) and opens what was encrypted (RFC 8291).
import { createECDH, createPublicKey, randomBytes, verify } from 'node:crypto'
import { decrypt } from 'http_ece'
import { httpReceiver, type HttpReceiver, type Received } from './http.ts'

export interface PushReceiver extends HttpReceiver {
  subscription: { endpoint: string, p256dh: string, auth: string }
  /** The payloads, opened; throws for one that was not signed by `publicKey` for this service. */
  opened(publicKey: string): { title: string, line: string, url: string, stop?: string }[]
}

export async function pushReceiver(): Promise<PushReceiver> {
  const receiver = await httpReceiver()
  const browser = createECDH('prime256v1')
  const auth = randomBytes(16).toString('base64url')
  const subscription = { endpoint: `${receiver.address}/push/1`, p256dh: browser.generateKeys('base64url'), auth }
  return Object.assign(receiver, {
    subscription,
    opened: (publicKey: string) => receiver.received.map(one => {
      checkSender(one, publicKey, receiver.address)
      if (one.headers['content-encoding'] !== 'aes128gcm') throw new Error('not encrypted as RFC 8291 says')
      return JSON.parse(decrypt(one.body, { version: 'aes128gcm', privateKey: browser, authSecret: auth }).toString())
    }),
  })
}

function checkSender({ headers }: Received, publicKey: string, audience: string): void {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), k=([\w-]+)$/.exec(headers['authorization'] ?? '') ?? []
  const [head = '', body = '', signature = ''] = token.split('.')
  const point = Buffer.from(key, 'base64url')
  const jwk = { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') }
  const signed = verify('sha256', Buffer.from(`${head}.${body}`), { key: createPublicKey({ key: jwk, format: 'jwk' }),
    dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'))
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as { aud: string, exp: number, sub: string }
  const seconds = claims.exp - Date.now() / 1000
  if (key !== publicKey || !signed) throw new Error('not signed by us')
  if (claims.aud !== audience || seconds < 0 || seconds > 86_400 || !/^(https|mailto):/.test(claims.sub)) throw new Error('claims')
}

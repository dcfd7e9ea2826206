// A text under a key of its own, bound to what it is about: taken elsewhere it does not open. AES-256-GCM.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16

/** A new key, 64 hex digits. */
export function newKey(): string {
  return randomBytes(32).toString('hex')
}

/** Seals `clear` under `key`; it opens only together with the same `about`. base64url of nonce, tag and cipher text. */
export function seal(key: string, about: string, clear: string): string {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), nonce).setAAD(Buffer.from(about))
  const body = Buffer.concat([cipher.update(clear, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

/** The text again; null when it was changed, sealed under another key or about something else. */
export function unseal(key: string, about: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < NONCE + TAG) return null
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), bytes.subarray(0, NONCE), { authTagLength: TAG })
  decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8')
  } catch {
    return null
  }
}

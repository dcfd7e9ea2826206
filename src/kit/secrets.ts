// What must not stand in clear in the database: phones and document numbers. Keys are derived from one master key.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

export interface Secrets {
  /** AES-256-GCM; base64url of nonce, tag and cipher text. */
  encrypt(clear: string): string
  /** The text again; throws when it was changed or belongs to another master key. */
  decrypt(sealed: string): string
  /** HMAC-SHA256, hex: finds an equal value without knowing it. */
  blindIndex(clear: string): string
  /** A code that only this installation can make from `subject`: 20 characters, 100 bits. */
  receipt(subject: string): string
  /** A 32-byte key for a library that wants its own, as hex. */
  keyFor(purpose: string): string
}

const NONCE = 12
const TAG = 16

/** Derives every key from the installation's master key (32 bytes or more, HKDF-SHA256). */
export function createSecrets(masterKey: Uint8Array): Secrets {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', masterKey, 'linju', purpose, 32))
  const cipherKey = derive('personal data')
  const indexKey = derive('blind index')
  const receiptKey = derive('receipt')

  return {
    encrypt(clear) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce)
      const body = Buffer.concat([cipher.update(clear, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
    },
    decrypt(sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, bytes.subarray(0, NONCE))
      decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
      return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8')
    },
    blindIndex: clear => createHmac('sha256', indexKey).update(clear).digest('hex'),
    receipt: subject => spoken(createHmac('sha256', receiptKey).update(subject).digest()),
    keyFor: purpose => derive(purpose).toString('hex'),
  }
}

// Crockford's base 32: no I, L, O or U, so that a code can be read out over the phone.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function spoken(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 20), byte => ALPHABET.charAt(byte & 31)).join('')
}

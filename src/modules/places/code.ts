// The short code that a printed QR opens.
import { randomBytes } from 'node:crypto'

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8

/** A new place code: 8 characters without those that look alike (30^8 codes; the database refuses a repeated one). */
export function newCode(bytes: Uint8Array = randomBytes(LENGTH * 2)): string {
  const fair = [...bytes].filter(byte => byte < 240)
  return fair.length >= LENGTH ? fair.slice(0, LENGTH).map(byte => ALPHABET.charAt(byte % 30)).join('') : newCode()
}

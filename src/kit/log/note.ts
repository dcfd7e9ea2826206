// Signed notes with Ed25519: c2sp.org/signed-note. The text ends with a newline; what signs it stands below an empty line.
import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { sha256 } from '#kit/log/hash.ts'

/** What a signature line says besides the name: the kind of signature, which is part of the key's id. */
export const KIND = { note: 1, timed: 4 } as const
export type Kind = typeof KIND[keyof typeof KIND]

/** Somebody who signs: a name without blanks and plus, and the key. */
export interface Signer {
  readonly name: string
  readonly key: KeyObject
  readonly publicKey: Uint8Array
}

/** A signature line, read: its name, key id and the bytes after the id. */
export interface Signature {
  readonly name: string
  readonly id: Uint8Array
  readonly bytes: Uint8Array
}

// RFC 8410: what stands before the 32 bytes of an Ed25519 key in PKCS#8 and SPKI.
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

/** The signer that these 32 bytes of seed make. Throws RangeError for a name that a note cannot carry. */
export function signerOf(name: string, seed: Uint8Array): Signer {
  if (!isName(name)) throw new RangeError(`not a key name: ${name}`)
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })
  return { name, key, publicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI.length) }
}

/** The key as others are given it: name+id+key. */
export function verifierKey({ name, publicKey }: Pick<Signer, 'name' | 'publicKey'>): string {
  const typed = Buffer.concat([Buffer.of(KIND.note), publicKey])
  return `${name}+${Buffer.from(keyId(name, publicKey, KIND.note)).toString('hex')}+${typed.toString('base64')}`
}

/** SHA-256(name, newline, kind, key), the first four bytes. */
export function keyId(name: string, publicKey: Uint8Array, kind: Kind): Uint8Array {
  return sha256(Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(kind), publicKey])).subarray(0, 4)
}

/** One signature line over `signed`; `before` stands between the key's id and the signature. */
export function signatureLine(signer: Signer, kind: Kind, signed: string, before: Uint8Array = new Uint8Array()): string {
  const id = keyId(signer.name, signer.publicKey, kind)
  return `— ${signer.name} ${Buffer.concat([id, before, sign(null, Buffer.from(signed), signer.key)]).toString('base64')}\n`
}

/** Whether these 64 bytes are the signature of `signed` by this key. */
export function isSignedBy(publicKey: Uint8Array, signed: string, signature: Uint8Array): boolean {
  return verify(null, Buffer.from(signed), { key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' }, signature)
}

const LINE = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u
const MOST_LINES = 100

/** The text of a note and its signature lines, unchecked; null when it is no note. */
export function readNote(note: string): { text: string, signatures: Signature[] } | null {
  const controlled = [...note].some(letter => letter < ' ' && letter !== '\n')
  const end = controlled || !note.endsWith('\n') ? -1 : note.lastIndexOf('\n\n')
  const lines = end < 0 ? [] : note.slice(end + 2, -1).split('\n')
  if (lines.length === 0 || lines.length > MOST_LINES) return null
  const signatures = lines.map(signatureIn)
  return signatures.some(one => one === null) ? null : { text: note.slice(0, end + 1), signatures: signatures.filter(one => one !== null) }
}

function signatureIn(line: string): Signature | null {
  const [, name = '', base64 = ''] = LINE.exec(line) ?? []
  const bytes = Buffer.from(base64, 'base64')
  const good = isName(name) && bytes.length > 4 && bytes.toString('base64') === base64
  return good ? { name, id: bytes.subarray(0, 4), bytes: bytes.subarray(4) } : null
}

function isName(name: string): boolean {
  return /^[^\s+]+$/u.test(name)
}

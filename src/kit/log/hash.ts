// Hashing of an append-only Merkle log: RFC 6962 section 2.1, kept by RFC 9162.
import { hash } from 'node:crypto'

/** SHA-256, 32 bytes. */
export function sha256(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer')
}

/** What stands in the tree for an entry. The first byte keeps an entry from passing for a node. */
export function leafHash(entry: Uint8Array): Uint8Array {
  return sha256(Buffer.concat([LEAF, entry]))
}

/** What stands in the tree above two others. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256(Buffer.concat([NODE, left, right]))
}

/** The root of a log without entries. */
export const EMPTY_ROOT = sha256(new Uint8Array())

const LEAF = Buffer.of(0)
const NODE = Buffer.of(1)

/** The hash over neighbouring subtrees of one size; their number is a power of two. */
export function hashOver(hashes: readonly Uint8Array[]): Uint8Array {
  const [first, second] = hashes
  if (!first) throw new RangeError('nothing to hash')
  if (!second) return first
  const half = hashes.length / 2
  return nodeHash(hashOver(hashes.slice(0, half)), hashOver(hashes.slice(half)))
}

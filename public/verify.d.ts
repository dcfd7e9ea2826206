// What verify.js gives to tests and tools.
export interface Key { name: string, bytes: Uint8Array }
export interface CheckedHead { size: number, root: Uint8Array, time: number }
export type Verdict =
  | { ok: true, kind: 'receipt', head: CheckedHead, entry: Record<string, unknown>, open: Record<string, { salt: string, value: unknown }>, index: number }
  | { ok: true, kind: 'consistency', head: CheckedHead, older: CheckedHead }
  | { ok: true, kind: 'export', head: CheckedHead, entries: number, heads: number }
  | { ok: false, code: WrongCode, where: string }
export type WrongCode = 'unreadable' | 'key' | 'note' | 'stranger' | 'signature' | 'proof' | 'root' | 'part' | 'time' | 'order' | 'cut'
export class Wrong extends Error { code: WrongCode }
export function plainSha256(message: Uint8Array): Uint8Array
export function plainSha512(message: Uint8Array): Uint8Array
export function plainIsSigned(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean
export interface Peak { leaves: number, hash: Uint8Array }
export function hexOf(bytes: Uint8Array): string
export function joined(...parts: Uint8Array[]): Uint8Array
export function fromHex(text: string, length: number): Uint8Array
export function sha256(bytes: Uint8Array): Uint8Array
export function append(peaks: Peak[], leaf: Uint8Array): void
export function rootOf(peaks: readonly Peak[]): Uint8Array
export function leafHash(entry: Uint8Array): Uint8Array
export function rootFromInclusion(leaf: Uint8Array, index: number, size: number, proof: readonly Uint8Array[]): Uint8Array
export function rootsFromConsistency(older: number, newer: number, root: Uint8Array, proof: readonly Uint8Array[]): [Uint8Array, Uint8Array]
export function readKey(text: string): Key
export function readNote(note: string, name: string): { text: string, signatures: [id: Uint8Array, bytes: Uint8Array][] }
export function readHead(note: string, key: Key): CheckedHead
export function shortRoot(root: Uint8Array): string
export function canonical(value: unknown): string
export function check(pieces: Iterable<string> | AsyncIterable<string>, keyText: string, progress?: (lines: number) => void): Promise<Verdict>

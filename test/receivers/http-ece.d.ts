// What we use of http_ece: opening what was encrypted for a browser (RFC 8291).
declare module 'http_ece' {
  import type { ECDH } from 'node:crypto'
  export function decrypt(body: Buffer, how: { version: 'aes128gcm', privateKey: ECDH, authSecret: string }): Buffer
}

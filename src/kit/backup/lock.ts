// Locks a backup for its recipients or with a passphrase, in the format of age (C2SP); streams in, streams out.
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { Decrypter, Encrypter } from 'age-encryption'
import { StartError } from '#kit/start-error.ts'
import { backupText } from '#text/backup.ts'

/** What locks a backup: public keys (age1…), or a passphrase. */
export type Lock = { recipients: readonly string[] } | { passphrase: string }

/** What opens one: private keys (AGE-SECRET-KEY-1…), or the passphrase. */
export type Key = { identities: readonly string[] } | { passphrase: string }

/** How a locked backup begins. */
export const LOCKED = 'age-encryption.org/v1\n'

/** Checks the recipients; the returned function locks a stream. Throws StartError for what is no recipient. */
export function locker(lock: Lock): (plain: Readable) => Promise<Readable> {
  const age = new Encrypter()
  if ('passphrase' in lock) age.setPassphrase(lock.passphrase)
  else for (const recipient of lock.recipients) each(recipient, () => age.addRecipient(recipient))
  return async plain => node(await age.encrypt(web(plain)))
}

/** The same for opening. Throws StartError for what is no key, and, when a stream is opened, where the key does not fit. */
export function opener(key: Key): (locked: Readable) => Promise<Readable> {
  const age = new Decrypter()
  if ('passphrase' in key) age.addPassphrase(key.passphrase)
  else for (const identity of key.identities) each(identity, () => age.addIdentity(identity))
  return async locked => node(await age.decrypt(web(locked)).catch((error: Error) => {
    if (/no identity matched/.test(error.message)) throw new StartError(lang => backupText(lang).wrongKey)
    throw error
  }))
}

function each(given: string, use: () => void): void {
  try {
    use()
  } catch {
    // A private key must not be repeated on the screen.
    throw new StartError(lang => backupText(lang).notAKey(given.slice(0, 10)))
  }
}

// The same streams by two names: the library knows those of the browser, Node's types tell them apart.
const web = (stream: Readable) => Readable.toWeb(stream) as globalThis.ReadableStream<Uint8Array>
const node = (stream: globalThis.ReadableStream<Uint8Array>) => Readable.fromWeb(stream as ReadableStream<Uint8Array>)

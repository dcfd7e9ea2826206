// The head of a log, signed: c2sp.org/tlog-checkpoint, with the time in a second signature as in c2sp.org/tlog-cosignature.
import { isSignedBy, keyId, KIND, readNote, signatureLine, type Kind, type Signer } from '#kit/log/note.ts'

/** How long a log is, its root, and when it was signed (whole seconds). */
export interface Head {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  readonly at: Temporal.Instant
}

/** The head as a signed note. The signer bears the log's name. */
export function checkpoint(signer: Signer, head: Omit<Head, 'origin'>): string {
  const text = `${signer.name}\n${head.size}\n${Buffer.from(head.root).toString('base64')}\n`
  const seconds = Math.floor(head.at.epochMilliseconds / 1000)
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(seconds))
  return `${text}\n${signatureLine(signer, KIND.note, text)}${signatureLine(signer, KIND.timed, timed(seconds, text), time)}`
}

/** The head that a note tells, if both of its signatures are by this key; else null. */
export function openCheckpoint(note: string, { name, publicKey }: Pick<Signer, 'name' | 'publicKey'>): Head | null {
  const read = readNote(note)
  const head = headSaid(note)
  if (!read || head?.origin !== name) return null
  const isBy = (kind: Kind, signed: string, length: number) => {
    const id = keyId(name, publicKey, kind)
    const bytes = read.signatures.find(one => one.name === name && Buffer.compare(one.id, id) === 0)?.bytes
    return bytes?.length === length && isSignedBy(publicKey, signed, bytes.subarray(length - 64))
  }
  const seconds = head.at.epochMilliseconds / 1000
  return isBy(KIND.note, read.text, 64) && isBy(KIND.timed, timed(seconds, read.text), TIMED) ? head : null
}

// The time in eight bytes, and the signature.
const TIMED = 72
const TEXT = /^(\S+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n$/u
// The last second that an instant can be.
const LAST = 8_640_000_000_000n

/** What a note says of a log, whoever signed it; null when it is no head with a time. */
export function headSaid(note: string): Head | null {
  const read = readNote(note)
  const [, origin = '', size = '', root = ''] = TEXT.exec(read?.text ?? '') ?? []
  const withTime = read?.signatures.find(one => one.name === origin && one.bytes.length === TIMED)
  const seconds = withTime ? Buffer.from(withTime.bytes).readBigUInt64BE() : LAST + 1n
  if (seconds > LAST || !Number.isSafeInteger(Number(size))) return null
  const at = Temporal.Instant.fromEpochMilliseconds(Number(seconds) * 1000)
  return { origin, size: Number(size), root: Buffer.from(root, 'base64'), at }
}

function timed(seconds: number, text: string): string {
  return `cosignature/v1\ntime ${seconds}\n${text}`
}

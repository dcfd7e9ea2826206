import { crc32, inflateRawSync } from 'node:zlib'
import { TableProblem } from './problem.ts'
import { LIMITS } from './table.ts'

// Source of the layout: PKWARE APPNOTE 6.3, sections 4.3.7 (local header), 4.3.12 (central directory), 4.3.16 (end).
const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const LOCAL_BYTES = 30
const CENTRAL_BYTES = 46
const END_BYTES = 22
const LONGEST_COMMENT = 65_535
const MOST_FILES = 4096

interface Entry {
  name: string
  encrypted: boolean
  method: number
  crc: number
  packed: number
  size: number
  at: number
}

/**
 * Unpacks the wanted files of a zip. A file must be exactly as long as the directory says: inflating stops there, so a bomb whose
 * sizes lie costs no more memory than it declares, and one whose sizes are true is refused before anything is inflated.
 */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = entriesOf(zip).filter(entry => wanted(entry.name))
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (total > LIMITS.unpackedBytes) throw new TableProblem('tooMuchInside')
  return new Map(entries.map(entry => [entry.name, contentOf(zip, entry)]))
}

function entriesOf(zip: Buffer): Entry[] {
  const end = endOf(zip)
  const count = zip.readUInt16LE(end + 10)
  if (count > MOST_FILES) throw new TableProblem('tooMuchInside')
  const entries: Entry[] = []
  let at = zip.readUInt32LE(end + 16)
  while (entries.length < count) {
    if (at + CENTRAL_BYTES > end || zip.readUInt32LE(at) !== CENTRAL) throw new TableProblem('broken')
    const nameEnd = at + CENTRAL_BYTES + zip.readUInt16LE(at + 28)
    entries.push({
      name: zip.toString('utf8', at + CENTRAL_BYTES, nameEnd),
      encrypted: (zip.readUInt16LE(at + 8) & 1) === 1,
      method: zip.readUInt16LE(at + 10),
      crc: zip.readUInt32LE(at + 16),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      at: zip.readUInt32LE(at + 42),
    })
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return entries
}

function endOf(zip: Buffer): number {
  const earliest = Math.max(0, zip.length - END_BYTES - LONGEST_COMMENT)
  for (let at = zip.length - END_BYTES; at >= earliest; at--) if (zip.readUInt32LE(at) === END) return at
  throw new TableProblem('broken')
}

function contentOf(zip: Buffer, entry: Entry): Uint8Array {
  if (entry.encrypted) throw new TableProblem('locked')
  if (entry.at + LOCAL_BYTES > zip.length || zip.readUInt32LE(entry.at) !== LOCAL) throw new TableProblem('broken')
  const start = entry.at + LOCAL_BYTES + zip.readUInt16LE(entry.at + 26) + zip.readUInt16LE(entry.at + 28)
  const content = inflated(zip.subarray(start, start + entry.packed), entry)
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new TableProblem('broken')
  return content
}

function inflated(packed: Buffer, entry: Entry): Uint8Array {
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw new TableProblem('broken')
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
  } catch (cause) {
    // zlib's only complaints: more than maxOutputLength, or not a deflate stream.
    throw Object.assign(new TableProblem('broken'), { cause })
  }
}

/** Packs files into a zip without compression: what was checked is, byte for byte, what the Excel library then reads. */
export function storedZip(files: ReadonlyMap<string, Uint8Array>): ArrayBuffer {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const [name, content] of files) {
    const label = Buffer.from(name)
    const fields = sizeFields(content, label)
    const local = Buffer.concat([uint32(LOCAL), Buffer.from([20, 0]), fields, label])
    directory.push(uint32(CENTRAL), Buffer.from([20, 0, 20, 0]), fields, Buffer.alloc(10), uint32(at), label)
    parts.push(local, content)
    at += local.length + content.length
  }
  const listed = directory.reduce((sum, part) => sum + part.length, 0)
  return joined([...parts, ...directory, endRecord(files.size, listed, at)])
}

// What the local header and the directory share, from the flags (names are UTF-8) to the length of the extra field.
function sizeFields(content: Uint8Array, label: Buffer): Buffer {
  const fields = Buffer.alloc(24)
  fields.writeUInt16LE(0x0800, 0)
  fields.writeUInt32LE(crc32(content), 8)
  fields.writeUInt32LE(content.length, 12)
  fields.writeUInt32LE(content.length, 16)
  fields.writeUInt16LE(label.length, 20)
  return fields
}

function endRecord(count: number, listed: number, at: number): Buffer {
  const end = Buffer.alloc(END_BYTES)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(listed, 12)
  end.writeUInt32LE(at, 16)
  return end
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

function joined(parts: Uint8Array[]): ArrayBuffer {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole.buffer
}

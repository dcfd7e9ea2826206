// What the tests of tables share: tables of any text, what must come back, and files made by hand.
import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { TableProblem } from '#kit/tables/problem.ts'

const TRAPS = ['=1+1', "'=1", '_x0041_', '_x0041', '__proto__', 'constructor']
const NASTY = [...TRAPS, '\0', '\r', '\r\n', '"', '";"', '\t', '\ufffe', '\u{1fffe}', '\ud800']
const anyCell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...NASTY, 'a', '0', ' ', ',', ';', '电'), maxLength: 6 }),
  fc.constantFrom(...NASTY),
)

/** Any table of any strings whose header is not blank. */
export const anyTable = fc
  .integer({ min: 1, max: 5 })
  .chain(width => fc.array(fc.array(anyCell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }))
  .filter(rows => rows[0]?.some(cell => kept(cell) !== '') ?? false)

/** What comes back of rows that we wrote: cells trimmed, without NUL, well-formed; no blank rows, no blank columns at the end. */
export function expectedOf(rows: string[][]): string[][] {
  const whole = rows.map(row => row.map(kept)).filter(row => row.some(cell => cell !== ''))
  const width = Math.max(...whole.map(row => row.findLastIndex(cell => cell !== '') + 1))
  return whole.map(row => row.slice(0, width))
}

function kept(cell: string): string {
  return cell.toWellFormed().replaceAll('\0', '').trim()
}

/** The kind of the TableProblem that `act` throws. */
export function problemOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof TableProblem) return error.kind
    throw error
  }
  return 'none'
}

/** The kind of the TableProblem with which `promise` fails. */
export async function problemIn(promise: Promise<unknown>): Promise<string> {
  const failed: unknown = await promise.then(() => undefined, (error: unknown) => error)
  return problemOf(() => {
    if (failed !== undefined) throw failed
  })
}

/** GB 18030 bytes of ASCII and common characters: Node only decodes it, so the two-byte codes are looked up. */
export function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const codes = new Map<string, number[]>()
  for (let lead = 0xb0; lead <= 0xf7; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  }
  return Uint8Array.from(Array.from(text).flatMap(letter => codes.get(letter) ?? [letter.charCodeAt(0)]))
}

/** One file of a zip made by hand; `size` and `flags` may lie. */
export interface Part {
  name: string
  content: string | Uint8Array
  size?: number
  flags?: number
}

/** A zip whose headers say what the test wants them to say. */
export function zipOf(parts: Part[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const content = Buffer.from(part.content)
    const packed = deflateRawSync(content)
    const name = Buffer.from(part.name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(part.flags ?? 0, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(part.size ?? content.length, 18)
    fields.writeUInt16LE(name.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    locals.push(Buffer.from('PK\x03\x04'), fields, name, packed)
    directory.push(Buffer.from('PK\x01\x02\x14\0'), fields, place, name)
    at += 30 + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...directory, end])
}

import { readCsv } from './csv.ts'
import { TableProblem } from './problem.ts'
import { LIMITS } from './table.ts'
import type { Table } from './table.ts'
import { readXlsx } from './xlsx.ts'

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0]
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

/** Reads a table in this thread; what is in the file decides what it is, never its name. */
export async function parseTable(bytes: Uint8Array): Promise<Table> {
  if (bytes.length > LIMITS.fileBytes) throw new TableProblem('tooLarge', LIMITS.fileBytes / 1_000_000)
  if (startsWith(bytes, ZIP)) return readXlsx(bytes)
  // A workbook with a password is an old Office container with the encrypted .xlsx inside (MS-OFFCRYPTO 2.3.4.4).
  if (startsWith(bytes, OLD_OFFICE)) throw new TableProblem(Buffer.from(bytes).includes(ENCRYPTED) ? 'locked' : 'oldExcel')
  return readCsv(bytes)
}

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTable, writeCsv, writeXlsx } from './tables.ts'
import { problemIn, zipOf } from '#test/table-cases.ts'

const MEGABYTE = 1_000_000
const refusal = (bytes: Uint8Array, name = 'roster.xlsx') => problemIn(readTable({ name, bytes }))
const text = (words: string) => new TextEncoder().encode(words)

test('2,000 homes with 20 columns come back as they are, as Excel and as CSV; how long it takes is told, not judged', async t => {
  const header = Array.from({ length: 20 }, (_, column) => `列${column}`)
  const rows = Array.from({ length: 2000 }, (_, row) => header.map((_name, column) => (column % 2 ? `${row}-${column}号` : `138${row}`)))
  for (const [kind, bytes] of [['xlsx', await writeXlsx('住户', header, rows)], ['csv', writeCsv(header, rows)]] as const) {
    const started = performance.now()
    const table = await readTable({ name: `homes.${kind}`, bytes })
    const took = performance.now() - started
    t.diagnostic(`${kind}: ${bytes.length} bytes read in ${took.toFixed(0)} ms, the thread's start included`)
    assert.deepEqual(table.rows.map(row => row.cells), rows)
    assert.equal(table.rows[1999]?.line, 2001)
  }
})

test('a zip bomb is refused without filling memory, whether or not its header lies', async t => {
  const content = new Uint8Array(300 * MEGABYTE)
  const lying = zipOf([{ name: 'xl/workbook.xml', content, size: 1000 }])
  const honest = zipOf([{ name: 'xl/workbook.xml', content }])
  const many = zipOf(Array.from({ length: 5 }, (_, part) => ({ name: `xl/${part}.xml`, content: content.subarray(0, 50 * MEGABYTE) })))
  const before = process.memoryUsage.rss()
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 2)
  t.after(() => clearInterval(watch))
  assert.equal(await refusal(lying), 'broken')
  assert.equal(await refusal(honest), 'tooMuchInside')
  assert.equal(await refusal(many), 'tooMuchInside')
  t.diagnostic(`memory grew by ${((most - before) / MEGABYTE).toFixed(0)} MB at most`)
  assert.ok(most - before < 100 * MEGABYTE)
})

test('a file that is not a table is refused, whatever its name says', async () => {
  const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d)
  const program = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(200)])
  assert.equal(await refusal(png), 'notTable')
  assert.equal(await refusal(program), 'notTable')
  assert.equal(await refusal(program, 'roster.csv'), 'notTable')
  assert.equal(await refusal(text('%PDF-1.7\n1 0 obj')), 'notTable')
  assert.equal(await refusal(zipOf([{ name: 'word/document.xml', content: '<document/>' }])), 'notTable')
  assert.equal(await refusal(new Uint8Array(64)), 'notTable')
  assert.equal(await refusal(new Uint8Array(0)), 'empty')
})

test('an old, binary, locked, broken or too large file is refused with what to do', async () => {
  const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)])
  const whole = await writeXlsx('a', ['a'], [['1']])
  assert.equal(await refusal(old), 'oldExcel')
  assert.equal(await refusal(Buffer.concat([old, Buffer.from('EncryptedPackage', 'utf16le')])), 'locked')
  assert.equal(await refusal(zipOf([{ name: 'xl/workbook.bin', content: 'x' }])), 'oldExcel')
  assert.equal(await refusal(zipOf([{ name: 'xl/workbook.xml', content: '<workbook/>', flags: 1 }])), 'locked')
  assert.equal(await refusal(whole.subarray(0, whole.length - 40)), 'broken')
  assert.equal(await refusal(zipOf([{ name: 'xl/workbook.xml', content: '<workbook><sheets>' }])), 'broken')
  assert.equal(await refusal(new Uint8Array(20 * MEGABYTE + 1)), 'tooLarge')
})

test('a damaged Excel file never breaks the server: each byte changed is a table or a refusal', async () => {
  const { parseTable } = await import('./tables/parse.ts')
  const whole = await writeXlsx('a', ['a', 'b'], [['1', '2']])
  for (let at = 4; at < whole.length; at += 7) {
    const damaged = Uint8Array.from(whole)
    damaged[at] = (damaged[at] ?? 0) ^ 0xff
    await problemIn(parseTable(damaged))
  }
})

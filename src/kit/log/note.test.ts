// What is signed: notes, the heads of a log, and the book in which they are kept outside the database.
import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { checkpoint, headSaid, openCheckpoint } from './checkpoint.ts'
import { EMPTY_ROOT } from './hash.ts'
import { headBook } from './head-book.ts'
import { isSignedBy, keyId, KIND, readNote, signatureLine, signerOf, verifierKey } from './note.ts'

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe('a signed note', () => {
  // The example of the Go module that the format comes from (golang.org/x/mod/sumdb/note).
  const TEXT = 'If you think cryptography is the answer to your problem,\nthen you don\'t know what your problem is.\n'
  const LINE = '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n'
  const peter = signerOf('PeterNeumann', Buffer.from('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz', 'base64').subarray(1))

  test('of the published example is the published text, with the published key', () => {
    assert.equal(verifierKey(peter), 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW')
    assert.equal(signatureLine(peter, KIND.note, TEXT), LINE)
  })

  test('is read, and its signature holds for its text alone', () => {
    const read = readNote(`${TEXT}\n${LINE}`)
    assert.equal(read?.text, TEXT)
    const [signature] = read?.signatures ?? []
    assert.ok(signature)
    assert.equal(hex(signature.id), hex(keyId('PeterNeumann', peter.publicKey, KIND.note)))
    assert.ok(isSignedBy(peter.publicKey, TEXT, signature.bytes))
    assert.ok(!isSignedBy(peter.publicKey, `${TEXT}.`, signature.bytes))
  })

  test('that is none is not read', () => {
    const blank = TEXT + '\n'
    for (const wrong of [TEXT, blank, blank + LINE.slice(0, -1), `\u0001${blank}${LINE}`, `${blank}— Bad Name ${LINE.slice(15)}`, `${blank}${LINE}Unexpected line.\n`,
      `${blank}${LINE.repeat(101)}`, `${blank}— PeterNeumann BADSIGN\n`, `${blank}— Peter+Neumann x08go/ZJ\n`]) assert.equal(readNote(wrong), null, wrong.slice(-40))
    for (const name of ['', 'a b', 'a+b', 'a\u3000b']) assert.throws(() => signerOf(name, Buffer.alloc(32)), RangeError)
  })
})

describe('a checkpoint', () => {
  const signer = signerOf('example.com/shicheng/record', Buffer.alloc(32, 7))
  const head = { size: 123456789012, root: Buffer.from('TszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=', 'base64'), at: Temporal.Instant.from('2026-11-20T01:00:00Z') }
  const note = checkpoint(signer, head)

  test('is origin, size and root, signed, and signed again with the time', () => {
    assert.equal(note.split('\n\n')[0], 'example.com/shicheng/record\n123456789012\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=')
    assert.deepEqual(openCheckpoint(note, signer), { origin: signer.name, ...head })
    assert.deepEqual(headSaid(note), { origin: signer.name, ...head })
  })

  test('holds no more when size, root, name or time were touched, or somebody else signed it', () => {
    const lines = note.split('\n')
    const timed = Buffer.from(lines[5]?.split(' ')[2] ?? '', 'base64')
    timed.writeUInt8((timed[11] ?? 0) ^ 1, 11)
    const other = signerOf(signer.name, Buffer.alloc(32, 8))
    for (const wrong of [note.replace('123456789012', '123456789013'), note.replace('TszzR', 'UszzR'), note.replaceAll('shicheng', 'chating'), lines.filter((_, i) => i !== 5).join('\n'),
      lines.with(5, `— ${signer.name} ${timed.toString('base64')}`).join('\n'), checkpoint(other, head)]) assert.equal(openCheckpoint(wrong, signer), null, wrong)
  })
})

test('the book of heads tells the longest head that was added, whatever else stands in it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'linju-heads-'))
  const book = headBook(join(folder, 'heads'))
  assert.equal(await book.longest(1), null)
  const signer = signerOf('example.com/record', Buffer.alloc(32, 7))
  const note = (size: number) => checkpoint(signer, { size, root: EMPTY_ROOT, at: Temporal.Instant.from('2026-11-20T01:00:00Z') })
  for (const size of [3, 9, 7]) await book.add(1, note(size))
  assert.equal((await book.longest(1))?.size, 9)
  assert.equal(await book.longest(2), null)
  const path = join(folder, 'heads', '1.log')
  // A crash in the middle of a line, and a file longer than what is read of it.
  await writeFile(path, `${'{"head":"x"}\n'.repeat(10_000)}${await readFile(path, 'utf8')}{"head":"exam`)
  assert.equal((await book.longest(1))?.size, 9)
  await rm(folder, { recursive: true })
})

import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, suite, test } from 'node:test'
import { fileStore } from '#kit/files.ts'

suite('files on disk', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'linju-files-'))
  after(() => rm(folder, { recursive: true }))
  const store = fileStore(folder)
  const bytes = Buffer.from('a photo')
  const list = async () => (await readdir(folder, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile())

  test('come back as they went in, in their own community only, and lie there once', async () => {
    const hashes = await Promise.all(Array.from({ length: 5 }, () => store.save(1, bytes, 'jpg')))
    const [hash = ''] = hashes
    assert.equal(new Set(hashes).size, 1)
    assert.match(hash, /^[0-9a-f]{64}$/)
    assert.deepEqual((await list()).map(entry => join(entry.parentPath, entry.name)), [join(folder, '1', hash.slice(0, 2), `${hash}.jpg`)])
    assert.deepEqual(await store.open(1, hash, 'jpg'), bytes)
    assert.equal(await store.open(2, hash, 'jpg'), null)
    assert.equal(await store.open(1, hash, 'png'), null)
  })

  test('can be read by this account only', async () => {
    const hash = await store.save(1, bytes, 'jpg')
    assert.equal((await stat(join(folder, '1', hash.slice(0, 2), `${hash}.jpg`))).mode & 0o077, 0)
    assert.equal((await stat(join(folder, '1'))).mode & 0o077, 0)
  })

  test('cannot be reached by a path instead of a hash', async () => {
    await writeFile(join(folder, 'key.jpg'), 'secret')
    for (const hash of ['../key', '..%2fkey', 'x'.repeat(64), `../${'a'.repeat(61)}`, 'A'.repeat(64), `${'a'.repeat(64)}\n`, '', '\0']) {
      assert.equal(await store.open(1, hash, 'jpg'), null)
      await store.remove(1, hash)
    }
    assert.equal(await store.open(1, 'a'.repeat(64), '../../key.jpg'), null)
    for (const community of [0, -1, 1.5, Number.NaN]) await assert.rejects(store.save(community, bytes, 'jpg'), RangeError)
    for (const extension of ['', '../x', 'j/g', 'JPG']) await assert.rejects(store.save(1, bytes, extension), RangeError)
    await rm(join(folder, 'key.jpg'))
  })

  test('are gone when erased, and erasing twice is no error', async () => {
    const hash = await store.save(3, bytes, 'jpg')
    await store.save(3, bytes, 'png')
    await store.remove(3, hash)
    await store.remove(3, hash)
    assert.deepEqual([await store.open(3, hash, 'jpg'), await store.open(3, hash, 'png')], [null, null])
    assert.ok(await store.open(1, hash, 'jpg'), 'another community keeps its own')
  })

  test('half-written by a crash are swept away later, those being written just now are not', async () => {
    const old = new Date(Date.now() - 2 * 60 * 60 * 1000)
    await writeFile(join(folder, 'unfinished', 'crashed'), 'half')
    await utimes(join(folder, 'unfinished', 'crashed'), old, old)
    await writeFile(join(folder, 'unfinished', 'now'), 'half')
    await store.sweep()
    assert.deepEqual(await readdir(join(folder, 'unfinished')), ['now'])
    await fileStore(join(folder, 'nowhere')).sweep()
  })
})

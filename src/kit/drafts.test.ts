import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { draftsOf } from '#kit/drafts.ts'
import { fileStore } from '#kit/files.ts'
import { createSecrets } from '#kit/secrets.ts'

const folder = await mkdtemp(join(tmpdir(), 'linju-drafts-'))
const means = { files: fileStore(folder), secrets: createSecrets(Buffer.alloc(32, 7)) }
const ours = draftsOf(means, { community: 1, personId: 1 })
after(() => rm(folder, { recursive: true }))

test('a draft is found by the one who left it, until it is let go', async () => {
  const token = await ours.keep('王小明 13511110001')
  assert.equal(await ours.kept(token), '王小明 13511110001')
  assert.equal(await draftsOf(means, { community: 1, personId: 1 }).kept(token), '王小明 13511110001')
  await ours.letGo(token)
  assert.equal(await ours.kept(token), null)
})

test('a draft is of no use to another person or community, nor is a made-up token', async () => {
  const token = await ours.keep('王小明')
  for (const other of [{ community: 1, personId: 2 }, { community: 1, personId: null }, { community: 2, personId: 1 }]) {
    await draftsOf(means, other).letGo(token)
    assert.equal(await draftsOf(means, other).kept(token), null)
  }
  for (const made of ['', token.slice(0, 64), `${token}X`, `../${token}`]) assert.equal(await ours.kept(made), null)
  assert.equal(await ours.kept(token), '王小明')
})

test('a draft lies sealed on the disk', async () => {
  const token = await ours.keep('13511110001')
  const stored = await means.files.open(1, token.slice(0, 64), 'draft')
  assert.ok(stored && !stored.includes('13511110001'))
})

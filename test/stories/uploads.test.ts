// Files that cannot be taken: refused kindly, while what was typed and the good photos stay.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Hono } from 'hono'
import sharp from 'sharp'
import { createApp } from '../../src/app.ts'
import { bombPng, heavyPhoto, photoOf, PRETENDERS } from '#test/pictures.ts'
import { village, type Village } from '#test/village.ts'
import { formsIn, visitor, type Seen, type Visitor } from '#test/visitor.ts'

const TYPED = '三楼的灯晚上不亮，老人上楼摸黑'

let here: Village
let app: Hono
let passer: Visitor
let good: Buffer

before(async () => {
  here = await village()
  app = createApp(here.house)
  passer = visitor(app)
  good = await photoOf('teal')
})
after(() => here.close())

const send = (files: readonly [name: string, bytes: Buffer][], more: readonly [string, string][] = []): Promise<Seen> => {
  const form = new FormData()
  const typed = Object.entries({ place: String(here.community.place('榕荫里 1号楼')), kind: 'broken', text: TYPED })
  for (const [name, value] of [...typed, ...more]) form.append(name, value)
  for (const [name, bytes] of files) form.append('photo', new File([new Uint8Array(bytes)], name, { type: 'image/jpeg' }))
  return passer.send('/shicheng/raise', form)
}

/** The form again: why not, what was typed, and the photos that were kept. */
function refused(seen: Seen, why: RegExp, kept: number): string[] {
  assert.equal(seen.status, 422)
  assert.match(seen.text, why)
  assert.ok(seen.text.includes(TYPED))
  const form = formsIn(seen.text).find(one => one.multipart)
  const tokens = form?.controls.find(control => control.name === 'photos')?.choices ?? []
  assert.equal(tokens.length, kept)
  return tokens
}

async function photosOf(seen: Seen): Promise<string[]> {
  assert.equal(seen.status, 303, seen.text.slice(0, 300))
  const { text } = await passer.open(seen.location.replace('/receipt', ''))
  return [...text.matchAll(/<a href="([^"]+\/photos\/[0-9a-f]{64}[^"]*)/g)].map(([, at = '']) => at.replaceAll('&amp;', '&'))
}

describe('a photo', () => {
  test('of 15 MB is refused by name; the two good ones beside it are kept, and go with the next send', async () => {
    const heavy = await heavyPhoto(15)
    assert.ok(heavy.length > 15 * 1024 * 1024)
    const seen = await send([['1.jpg', good], ['大图.jpg', heavy], ['2.jpg', await photoOf('navy')]])
    const tokens = refused(seen, /“大图\.jpg”超过 10 MB/, 2)
    assert.equal((await photosOf(await send([], tokens.map(token => ['photos', token])))).length, 2)
  })

  test('that unfolds to 2,500 million points is refused without unfolding it', async () => {
    const before = process.memoryUsage().rss
    refused(await send([['楼道.png', bombPng()], ['1.jpg', good]]), /“楼道\.png”尺寸太大/, 1)
    assert.ok(process.memoryUsage().rss - before < 300 * 1024 * 1024)
  })

  for (const [name, bytes] of Object.entries(PRETENDERS)) {
    test(`that is none, ${name}, is refused by name`, async () => {
      refused(await send([[name, bytes], ['1.jpg', good]]), new RegExp(`“${name}”(不是照片|是空的|打不开)`), 1)
    })
  }

  test('is kept without what was hidden in it, as a JPEG that cannot run', async () => {
    const marked = await sharp({ create: { width: 90, height: 60, channels: 3, background: 'olive' } })
      .withExif({ IFD0: { ImageDescription: 'SECRET-PLACE' }, IFD3: { GPSLatitude: '25/1 24/1 0/1' } }).jpeg().toBuffer()
    assert.ok(marked.includes('SECRET-PLACE'))
    const [at = ''] = await photosOf(await send([['1.jpg', Buffer.concat([marked, Buffer.from('<script>alert(1)</script>')])]]))
    const answer = await app.request(at)
    const stored = Buffer.from(await answer.arrayBuffer())
    assert.equal(answer.headers.get('content-type'), 'image/jpeg')
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.equal((await sharp(stored).metadata()).exif, undefined)
    for (const hidden of ['SECRET-PLACE', '<script>']) assert.ok(!stored.includes(hidden))
  })
})

describe('thirty photos', () => {
  test('are nine, and the rest are named; the nine go with the next send', async () => {
    const drawn = await Promise.all(Array.from({ length: 30 }, (_, i) => photoOf(`rgb(${i * 8},90,90)`)))
    const all = drawn.map((bytes, i): [string, Buffer] => [`${i}.jpg`, bytes])
    const tokens = refused(await send(all), /一次最多 9 张，“29\.jpg”没收/, 9)
    const kept = tokens.map((token): [string, string] => ['photos', token])
    refused(await send([['one-more.jpg', good]], kept), /一次最多 9 张，“one-more\.jpg”没收/, 9)
    assert.equal((await photosOf(await send([], kept))).length, 9)
  })
})

describe('a photo that is gone', () => {
  test('is asked for again, and does not come back with the form', async () => {
    const tokens = refused(await send([['1.jpg', good], ['empty.jpg', Buffer.alloc(0)]]), /是空的/, 1)
    await photosOf(await send([], tokens.map(token => ['photos', token])))
    refused(await send([], tokens.map(token => ['photos', token])), /没传上来/, 0)
    for (const id of [1, 999_999_999_999_999]) refused(await send([], [['photos', `${id}-AAAAAAAAAAAAAAAAAAAA`]]), /没传上来/, 0)
  })
})

import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { PhotoProblem, recodePhoto } from '#kit/photos.ts'

const notSrgb = 'p3'
const exif = {
  IFD0: { Make: 'SECRETPHONE', Software: 'SECRETPHONE' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '121/1 29/1 0/1' },
}

// Soft blobs with some grain: about as hard to compress as a stairwell at dusk.
function scene(width: number, height: number): Sharp {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 60 }
  return sharp({ create: { width: Math.ceil(width / 8), height: Math.ceil(height / 8), channels: 3, background: 'white', noise } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
}

// One bit a pixel, all the same: 50 MB of zeros in 50 KB.
function whitePng(width: number, height: number): Buffer {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size[8] = 1
  const rows = deflateSync(Buffer.alloc(height * (Math.ceil(width / 8) + 1)))
  const parts = [pngPart('IHDR', size), pngPart('IDAT', rows), pngPart('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts])
}

function pngPart(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

async function problem(bytes: Uint8Array, name = 'a.jpg'): Promise<string> {
  try {
    await recodePhoto(bytes, name)
  } catch (error) {
    assert.ok(error instanceof PhotoProblem, String(error))
    assert.equal(error.status, 422)
    assert.ok(error.reason('en').length > 10)
    return error.reason('zh')
  }
  assert.fail('it was taken')
}

async function assertOurs(bytes: Buffer): Promise<void> {
  const { format, exif, xmp, icc, iptc, orientation, comments, space } = await sharp(bytes).metadata()
  assert.deepEqual([format, exif, xmp, icc, iptc, orientation, comments, space], ['jpeg', ...Array(6).fill(undefined), 'srgb'])
}

suite('a photo', () => {
  test('loses its position, its telephone and its colour profile, in the thumbnail as well', async () => {
    const taken = await scene(2400, 1800).withExif(exif).withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SECRETPHONE</x:xmpmeta>')
      .withIccProfile(notSrgb).jpeg().toBuffer()
    const before = await sharp(taken).metadata()
    assert.ok(before.exif && before.icc && before.xmp && taken.includes('SECRETPHONE'))
    const photo = await recodePhoto(taken, 'IMG_1.jpg')
    for (const bytes of [photo.bytes, photo.thumbnail.bytes]) {
      await assertOurs(bytes)
      for (const trace of ['SECRETPHONE', 'Exif', 'ICC_PROFILE']) assert.equal(bytes.includes(trace), false, trace)
    }
    assert.deepEqual([photo.type, photo.width, photo.height], ['image/jpeg', 1600, 1200])
    assert.deepEqual([photo.thumbnail.width, photo.thumbnail.height], [320, 240])
  })

  test('stands upright whichever way the telephone was held', async () => {
    const left = { input: { create: { width: 200, height: 300, channels: 3 as const, background: 'red' } }, left: 0, top: 0 }
    const flat = sharp({ create: { width: 400, height: 300, channels: 3, background: 'blue' } }).composite([left])
    const turned = await flat.jpeg().withMetadata({ orientation: 6 }).toBuffer()
    const photo = await recodePhoto(turned, 'a.jpg')
    assert.deepEqual([photo.width, photo.height], [300, 400])
    const [red = 0, , blue = 0] = await sharp(photo.bytes).extract({ left: 150, top: 20, width: 1, height: 1 }).raw().toBuffer()
    assert.ok(red > 200 && blue < 60, 'the left edge is now the top')
  })

  test('is taken as JPEG, PNG, WebP, GIF or AVIF, in grey, in 16 bits, in CMYK, whatever its name says', async () => {
    const small = () => scene(64, 48)
    const pictures = [
      small().jpeg(), small().png(), small().webp(), small().gif(), small().avif({ effort: 0 }),
      small().greyscale().png(), small().toColourspace('rgb16').png(), small().toColourspace('cmyk').jpeg(),
      sharp({ create: { width: 64, height: 48, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png(),
    ]
    for (const [index, picture] of pictures.entries()) {
      const photo = await recodePhoto(await picture.toBuffer(), 'song.mp3')
      await assertOurs(photo.bytes)
      assert.deepEqual([photo.width, photo.height, photo.thumbnail.width], [64, 48, 64], `picture ${index}`)
    }
  })

  test('gives the first frame if it moves', async () => {
    const frames = await Promise.all(['red', 'blue'].map(background =>
      sharp({ create: { width: 20, height: 10, channels: 3, background } }).png().toBuffer()))
    for (const moving of [await sharp(frames, { join: { animated: true } }).gif().toBuffer(),
      await sharp(frames, { join: { animated: true } }).webp().toBuffer()]) {
      assert.equal((await sharp(moving).metadata()).pages, 2)
      const photo = await recodePhoto(moving, 'a.gif')
      assert.deepEqual([photo.width, photo.height], [20, 10])
      const [red = 0, , blue = 0] = await sharp(photo.bytes).raw().toBuffer()
      assert.ok(red > 200 && blue < 60)
    }
  })

  test('with a page or an archive hung on its end leaves it behind', async () => {
    const tail = Buffer.from('<script>alert(1)</script>PK\x03\x04evil.exe')
    for (const head of [await scene(64, 48).jpeg().toBuffer(), await scene(64, 48).png().toBuffer()]) {
      const photo = await recodePhoto(Buffer.concat([head, tail]), 'a.jpg')
      for (const scrap of ['script', 'PK\x03\x04', 'evil']) assert.equal(photo.bytes.includes(scrap), false)
    }
  })

  test('nine at once all come through', async () => {
    const bytes = await scene(800, 600).jpeg().toBuffer()
    const photos = await Promise.all(Array.from({ length: 9 }, (_, i) => recodePhoto(bytes, `${i}.jpg`)))
    assert.equal(photos.filter(photo => photo.width === 800).length, 9)
  })
})

suite('what is refused, by name and with advice', () => {
  test('other things under a photo’s name', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
    const tiff = await scene(20, 20).tiff().toBuffer()
    for (const other of [svg, `<?xml version="1.0"?>${svg}`, '%PDF-1.7\n1 0 obj', 'PK\x03\x04zip', 'MZ\x90\x00program', '\x7fELF',
      '<!doctype html><script>alert(1)</script>', '#!/bin/sh\nrm', 'BM\x00\x00', tiff]) {
      assert.match(await problem(typeof other === 'string' ? Buffer.from(other, 'latin1') : other), /^“a\.jpg”不是照片/)
    }
    assert.match(await problem(Buffer.alloc(0)), /空的/)
  })

  test('HEIC and films, each with its own way out', async () => {
    const box = (brand: string) =>
      Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from(`ftyp${brand}\0\0\0\0${brand}mif1`), Buffer.alloc(99)])
    assert.match(await problem(box('heic')), /HEIC.*JPEG/)
    assert.match(await problem(box('mif1')), /HEIC.*JPEG/)
    assert.match(await problem(box('isom')), /录像/)
    assert.match(await problem(box('qt  ')), /录像/)
    assert.match(await problem(box('avif')), /打不开/)
  })

  test('a photo of which only a part arrived', async () => {
    for (const whole of [await scene(300, 200).jpeg().toBuffer(), await scene(300, 200).jpeg({ progressive: true }).toBuffer(),
      await scene(300, 200).png().toBuffer(), await scene(300, 200).webp().toBuffer(), await scene(300, 200).gif().toBuffer()]) {
      for (const part of [0.02, 0.3, 0.6, 0.9]) {
        assert.match(await problem(whole.subarray(0, Math.ceil(whole.length * part))), /打不开/, `${whole.subarray(0, 4)} ${part}`)
      }
    }
  })

  test('a photo of 15 MB', async () => {
    const bytes = Buffer.concat([await scene(64, 48).jpeg().toBuffer(), Buffer.alloc(15 * 1024 * 1024)])
    assert.match(await problem(bytes, '/sdcard/楼道.jpg'), /“楼道\.jpg”超过 10 MB/)
  })

  test('a small file that would unfold to 400 million pixels, before it unfolds', async () => {
    const bomb = whitePng(20_000, 20_000)
    assert.ok(bomb.length < 100_000)
    const began = performance.now()
    assert.match(await problem(bomb), /尺寸太大/)
    assert.ok(performance.now() - began < 500)
    assert.match(await problem(whitePng(8192, 4097)), /尺寸太大/)
    assert.equal((await recodePhoto(whitePng(1080, 20_000), 'long.png')).height, 1600, 'a long screenshot is no bomb')
  })

  test('any bytes at all, with or without a picture’s beginning', async () => {
    const beginnings = ['', '\xff\xd8\xff\xe0', '\x89PNG\r\n\x1a\n', 'GIF89a',
      'RIFF\x99\0\0\0WEBPVP8 ', '\0\0\0\x18ftypavif\0\0\0\0avifmif1']
    const bytes = fc.tuple(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 300 }))
    await fc.assert(fc.asyncProperty(bytes, async ([beginning, rest]) => {
      await problem(Buffer.concat([Buffer.from(beginning, 'latin1'), rest]))
    }), { numRuns: 150 })
  })
})

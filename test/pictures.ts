// Pictures drawn for tests, and files that only call themselves pictures.
import { deflateSync, crc32, gzipSync } from 'node:zlib'
import sharp from 'sharp'

/** A small photo in this colour. */
export async function photoOf(colour: string): Promise<Buffer> {
  return sharp({ create: { width: 120, height: 90, channels: 3, background: colour } }).jpeg().toBuffer()
}

/** A true photo of a little more than these megabytes: noise, which no JPEG makes small. */
export async function heavyPhoto(megabytes: number): Promise<Buffer> {
  const side = Math.ceil(Math.sqrt(megabytes * 1024 * 1024 / 2))
  const noise = { type: 'gaussian', mean: 128, sigma: 90 } as const
  const drawn = await sharp({ create: { width: side, height: side, channels: 3, background: 'gray', noise } })
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer()
  const missing = megabytes * 1024 * 1024 - drawn.length
  // What stands behind the end of a JPEG belongs to the file all the same.
  return missing > 0 ? Buffer.concat([drawn, Buffer.alloc(missing + 1, 7)]) : drawn
}

/** A PNG of a few kilobytes that unfolds to 50,000 × 50,000 points. */
export function bombPng(): Buffer {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(50_000, 0)
  size.writeUInt32BE(50_000, 4)
  size.set([1, 0, 0, 0, 0], 8)
  const chunks = [chunk('IHDR', size), chunk('IDAT', deflateSync(Buffer.alloc(4_000_000))), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks])
}

function chunk(kind: string, content: Buffer): Buffer {
  const whole = Buffer.concat([Buffer.from(kind), content])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(whole))
  return Buffer.concat([length, whole, check])
}

/** Files that are no photos, by the name under which they are sent. */
export const PRETENDERS: Readonly<Record<string, Buffer>> = {
  'scan.svg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>'),
  'lift.jpg': Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0', 'latin1'), Buffer.alloc(4096)]),
  'stairs.png': gzipSync(Buffer.alloc(20_000_000)),
  'door.gif': Buffer.from('GIF89a/*<script>alert(1)</script>*/=1;'),
  'page.jpg': Buffer.from('<!doctype html><script>alert(1)</script>'),
  'empty.jpg': Buffer.alloc(0),
  'half.jpg': Buffer.from('/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgI', 'base64'),
}

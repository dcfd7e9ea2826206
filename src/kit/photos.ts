// Makes a stranger's picture into one of ours: drawn anew from its pixels, so that nothing hidden in the file comes along.
import sharp from 'sharp'
import { Problem } from '#kit/errors.ts'
import { shownName } from '#kit/filename.ts'
import { pictureKind } from '#kit/picture-kind.ts'
import type { Said } from '#kit/phrase.ts'
import { atMost } from '#kit/turns.ts'
import { photoText } from '#text/photos.ts'

/** A photo that cannot be taken: `file` is its name for showing, `reason` names the file and says what to do. */
export class PhotoProblem extends Problem {
  readonly status = 422
  readonly file: string

  constructor(file: string, reason: Said) {
    super(reason)
    this.file = file
  }
}

/** One encoded picture; width and height in pixels. */
export interface Picture {
  bytes: Buffer
  width: number
  height: number
}

/** A photo as we keep it: JPEG in sRGB, upright, without any metadata; the longer side ≤ 1600 px, of the thumbnail ≤ 320 px. */
export interface Photo extends Picture {
  type: 'image/jpeg'
  extension: 'jpg'
  thumbnail: Picture
}

const mostBytes = 10 * 1024 * 1024
// A baseline JPEG is read in strips; others need the whole picture in memory (measured: progressive 7, AVIF 19 bytes a pixel).
// A 50-megapixel telephone makes 8192 × 6144; a long screenshot is a PNG.
const mostPixels = { jpeg: 8192 * 6144, png: 8192 * 4096, webp: 8192 * 4096, gif: 4096 * 4096, avif: 4096 * 4096 }
const mostSeconds = 15
const longerSide = 1600
const thumbnailSide = 320

// Two at once, one core each, nothing kept: a burst of photos waits here instead of taking the machine.
sharp.concurrency(1)
sharp.cache(false)
const inTurn = atMost(2)

/** Takes JPEG, PNG, WebP, GIF (first frame) and AVIF by content, whatever the name says. Throws PhotoProblem (422) for all else. */
export async function recodePhoto(bytes: Uint8Array, name: string): Promise<Photo> {
  const file = shownName(name)
  const kind = openableKind(bytes, file)
  return inTurn(async () => {
    const pixels = await decode(bytes, kind, file)
    const thumbnail = await encode(pixels, thumbnailSide)
    return { ...(await encode(pixels, longerSide)), type: 'image/jpeg', extension: 'jpg', thumbnail }
  })
}

type OpenableKind = keyof typeof mostPixels

function openableKind(bytes: Uint8Array, file: string): OpenableKind {
  const kind = pictureKind(bytes)
  if (bytes.length === 0) throw new PhotoProblem(file, lang => photoText(lang).empty(file))
  if (kind === 'film') throw new PhotoProblem(file, lang => photoText(lang).film(file))
  if (kind === 'heic') throw new PhotoProblem(file, lang => photoText(lang).heic(file))
  if (kind === 'other') throw new PhotoProblem(file, lang => photoText(lang).notPhoto(file))
  if (bytes.length > mostBytes) throw new PhotoProblem(file, lang => photoText(lang).fileTooLarge(file, mostBytes / 1024 / 1024))
  return kind
}

interface Pixels {
  data: Buffer
  info: { width: number, height: number, channels: 1 | 2 | 3 | 4 }
}

async function decode(bytes: Uint8Array, kind: OpenableKind, file: string): Promise<Pixels> {
  try {
    // 'error' refuses a cut-off picture, and lets pass the odd bytes that some telephones write between markers.
    const picture = sharp(bytes, { limitInputPixels: mostPixels[kind], failOn: 'error', sequentialRead: true, autoOrient: true })
    return await picture
      .timeout({ seconds: mostSeconds })
      .resize({ width: longerSide, height: longerSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
  } catch (error) {
    throw Object.assign(new PhotoProblem(file, whyNot(error, file)), { cause: error })
  }
}

function whyNot(error: unknown, file: string): Said {
  const message = error instanceof Error ? error.message : ''
  if (/pixel limit/i.test(message)) return lang => photoText(lang).tooManyPixels(file)
  if (/timeout/i.test(message)) return lang => photoText(lang).tooSlow(file)
  return lang => photoText(lang).damaged(file)
}

// JPEG although WebP is a sixth smaller: Safari 15 on macOS 10.15 shows no WebP, and a JPEG can be saved, printed and passed on anywhere.
async function encode({ data, info }: Pixels, side: number): Promise<Picture> {
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const written = await sharp(data, { raw })
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 74, mozjpeg: true })
    .toBuffer({ resolveWithObject: true })
  return { bytes: written.data, width: written.info.width, height: written.info.height }
}

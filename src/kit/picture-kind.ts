// What a file is, by its first bytes. Only what is named here ever reaches the decoder: no SVG, no PDF, no TIFF.

/** A picture that we open, a kind that deserves its own sentence, or anything else. */
export type PictureKind = 'jpeg' | 'png' | 'gif' | 'webp' | 'avif' | 'heic' | 'film' | 'other'

/** Reads the kind from the content alone. Signatures: the WHATWG MIME Sniffing standard; brands: ISO/IEC 14496-12 and 23008-12. */
export function pictureKind(bytes: Uint8Array): PictureKind {
  const start = Buffer.from(bytes.subarray(0, 64)).toString('latin1')
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'gif'
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp'
  if (start.slice(4, 8) === 'ftyp') return kindByBrand(start)
  if (start.startsWith('\x1aE\xdf\xa3') || (start.startsWith('RIFF') && start.slice(8, 12) === 'AVI ')) return 'film'
  return 'other'
}

function kindByBrand(start: string): PictureKind {
  const brands = [start.slice(8, 12), ...(start.slice(16).match(/.{4}/gs) ?? [])]
  if (brands.includes('avif')) return 'avif'
  if (/^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(start.slice(8, 12))) return 'heic'
  return 'film'
}

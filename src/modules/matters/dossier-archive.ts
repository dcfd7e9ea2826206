// The file of a matter as one archive, which can be read and checked without this installation. The same file gives the same bytes.
import { createHash } from 'node:crypto'
import { zipSync, type Zippable } from 'fflate'
import { canonical } from '#modules/matters/dossier.ts'
import type { Dossier } from '#modules/matters/dossier-read.ts'

// The archive must not depend on the hour at which it is made, nor on the machine's time zone: fflate reads local fields.
const MADE = new Date(1980, 0, 1)

/** dossier.json (the sealed bytes), words.json (mark → salt and text), dossier.html as given, the photos as given, and SHA256SUMS over all of them. */
export function dossierArchive(dossier: Dossier, html: string, photos: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder()
  const files = new Map<string, Uint8Array>([
    ['dossier.html', text.encode(html)],
    ['dossier.json', text.encode(dossier.sealed)],
    ...[...photos].sort(([one], [other]) => one < other ? -1 : 1).map(([hash, bytes]) => [photoName(hash), bytes] as const),
    ['words.json', text.encode(canonical(Object.fromEntries([...dossier.words].map(([mark, { salt, text }]) => [mark, { salt, text }]))))],
  ])
  const sums = [...files].map(([name, bytes]) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`).join('')
  const zippable: Zippable = {}
  for (const [name, bytes] of [...files, ['SHA256SUMS', text.encode(sums)] as const]) zippable[name] = [bytes, { mtime: MADE, level: name.endsWith('.jpg') ? 0 : 9 }]
  return zipSync(zippable)
}

/** Where a photo lies in the archive. */
export function photoName(hash: string): string {
  return `photos/${hash}.jpg`
}

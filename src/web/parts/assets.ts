// The files that every page needs: read once at start, squeezed once, and kept by browsers until one of them changes.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

const FOLDER = new URL('../../../public/', import.meta.url)

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json', '.txt': 'text/plain; charset=utf-8',
}

/** One file as it travels; `br` and `gzip` are made when somebody first asks for them. */
export interface Asset {
  readonly type: string
  readonly bytes: Uint8Array
  packed(encoding: 'br' | 'gzip'): Uint8Array
}

/** Every file of public/ by its name. */
export const assets: ReadonlyMap<string, Asset> = new Map(readdirSync(FOLDER).filter(name => extname(name) in TYPES).sort().map(name => [name, asset(name)]))

/** Changes whenever one of the files does. */
export const version = versionOf(assets)

/** The address of a file, which browsers may keep for ever. */
export function assetAt(name: string): string {
  return `/static/${name}?v=${version}`
}

function asset(name: string): Asset {
  const bytes = extname(name) === '.css' ? lean(readFileSync(new URL(name, FOLDER), 'utf8')) : readFileSync(new URL(name, FOLDER))
  const made: { br?: Uint8Array, gzip?: Uint8Array } = {}
  return {
    type: TYPES[extname(name)] ?? '',
    bytes,
    packed: encoding => made[encoding] ??= encoding === 'br' ? brotliCompressSync(bytes) : gzipSync(bytes, { level: 9 }),
  }
}

// A sheet travels without its comments and indents.
function lean(sheet: string): Uint8Array {
  return new TextEncoder().encode(sheet.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/\n\s*/gu, '\n'))
}

function versionOf(all: ReadonlyMap<string, Asset>): string {
  const hash = createHash('sha256')
  for (const [name, { bytes }] of all) hash.update(name).update(bytes)
  return hash.digest('hex').slice(0, 8)
}

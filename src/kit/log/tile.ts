// Addresses and bytes of a log as other people's tools fetch it: c2sp.org/tlog-tiles.
import { WIDTH } from '#kit/log/stretch.ts'

/** A tile of hashes (level 0 to 63), or a bundle of entries. `width` is 256, or less for one that is still being filled. */
export interface Tile {
  readonly level: number | 'entries'
  readonly index: number
  readonly width: number
}

/** The part of the address after the log's own: tile/0/x001/x234/067.p/8. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index)
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/gu) ?? []
  const path = groups.map((group, i) => i === groups.length - 1 ? group : `x${group}`).join('/')
  return `tile/${level}/${path}${width === WIDTH ? '' : `.p/${width}`}`
}

const PATH = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/u

/** The tile at an address, or null for everything that is not written exactly as `tilePath` does. */
export function tileAt(path: string): Tile | null {
  const [, level = '', groups = '', width] = PATH.exec(path) ?? []
  const tile: Tile = {
    level: level === 'entries' ? level : Number(level), index: Number(groups.replaceAll(/[x/]/gu, '')), width: Number(width ?? WIDTH),
  }
  const possible = (tile.level === 'entries' || tile.level < 64) && Number.isSafeInteger(tile.index)
  return possible && (width === undefined || tile.width < WIDTH) && tilePath(tile) === path ? tile : null
}

/** Entries as a bundle: each after its length in two bytes, big-endian. */
export function bundle(entries: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat(entries.flatMap(entry => [Buffer.of(entry.length >> 8, entry.length & 255), entry])))
}

// The packs that are delivered. A version that decisions were counted with is never changed: a new number is a new file.
import { readFileSync } from 'node:fs'
import { readPack } from '#modules/law/read-pack.ts'
import type { Pack, PackRef } from '#modules/law/pack.ts'

/** The delivered packs and their versions, oldest first. */
export const SHIPPED_PACKS = {
  nation: [1], fujian: [1], shanghai: [1], beijing: [1], hangzhou: [1], shandong: [1],
} as const satisfies Record<string, readonly number[]>

/** The source of a delivered pack, with its comments; null where there is none. */
export function packSource({ key, version }: PackRef): string | null {
  const known = Object.entries(SHIPPED_PACKS).some(([name, versions]) => name === key && versions.some(one => one === version))
  return known ? readFileSync(new URL(`./packs/${key}.${version}.yaml`, import.meta.url), 'utf8') : null
}

const remembered = new Map<string, Pack>()

/** A delivered pack; null where there is none. Each is read once. */
export function shippedPack(ref: PackRef): Pack | null {
  const name = `${ref.key}.${ref.version}`
  const known = remembered.get(name)
  if (known) return known
  const source = packSource(ref)
  if (source === null) return null
  const read = readPack(source)
  if (!('pack' in read)) throw new Error(`the delivered pack ${name} is not valid: line ${read.problems[0]?.line}`)
  remembered.set(name, read.pack)
  return read.pack
}

/** The delivered packs of a place on a day (2026-11-22), from the nation down to the named one; empty where the name is not known. */
export function packsOf(key: string, on: string): Pack[] {
  const pack = latest(key, on)
  if (!pack) return []
  return pack.within === null ? [pack] : [...packsOf(pack.within, on), pack]
}

/** The packs that a decision was counted with, from what it keeps; `own` reads those not delivered. Throws RangeError where one is gone. */
export function packsAgain(refs: readonly PackRef[], own: (ref: PackRef) => Pack | null): Pack[] {
  return refs.map(ref => {
    const pack = shippedPack(ref) ?? own(ref)
    if (!pack) throw new RangeError(`no pack ${ref.key} ${ref.version}`)
    return pack
  })
}

function latest(key: string, on: string): Pack | null {
  const versions = Object.entries(SHIPPED_PACKS).find(([name]) => name === key)?.[1] ?? []
  return versions.map(version => shippedPack({ key, version })).findLast(pack => pack !== null && pack.from <= on) ?? null
}

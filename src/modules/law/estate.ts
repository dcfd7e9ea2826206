// The estate's own rules of procedure and covenant, read and put under the law of its place.
import type { Pack } from '#modules/law/pack.ts'
import { packMistake, readPack, type PackMistake } from '#modules/law/read-pack.ts'
import { resolve, type Rules } from '#modules/law/resolve.ts'
import { packsOf, SHIPPED_PACKS } from '#modules/law/shipped.ts'

/**
 * An estate's pack and what holds with it on a day (2026-11-22) at a place (a delivered key such as `hangzhou`); or what is wrong, by line.
 * What undercuts the law stands in `rules.flags` and is passed over.
 */
export function estateRules(source: string, place: string, on: string): { pack: Pack, rules: Rules } | { problems: PackMistake[] } {
  const read = readPack(source)
  if (!('pack' in read)) return read
  const { pack } = read
  if (pack.layer !== 'estate') return { problems: [packMistake(source, 'layer', 'not an estate', pack.layer)] }
  if (pack.within !== place) return { problems: [packMistake(source, 'within', 'not a place', place)] }
  // A decision names its packs by key and version, so an estate cannot take the name of the law.
  if (Object.hasOwn(SHIPPED_PACKS, pack.key)) return { problems: [packMistake(source, 'key', 'taken', pack.key)] }
  return { pack, rules: resolve([...packsOf(place, on), pack], on) }
}

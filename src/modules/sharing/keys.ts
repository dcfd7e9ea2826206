// The keys by which an amount can be shared, and the weight of a home under each. Pure.
import type { SharingKey } from '#db/tables.ts'
import { areaShown } from '#modules/roster/public.ts'
import { amountShown } from '#modules/sharing/readings.ts'
import { split } from '#modules/sharing/split.ts'

/** In the order in which they are shown. */
export const KEYS = ['usage', 'area', 'household', 'floor', 'benefit'] as const satisfies readonly SharingKey[]
export type Key = typeof KEYS[number]

/** A home with the numbers that the keys need; null where nobody knows one. `area` in 0.01 m², `usage` in thousandths of its unit. */
export interface Home {
  id: number
  floor: number | null
  area: number | null
  usage: number | null
  benefits: boolean
}

/** What is wrong with a home, or with all of them under a key. */
export const LACKS = { usage: 'no_reading', area: 'no_area', floor: 'no_floor', household: 'nobody', benefit: 'nobody' } as const satisfies Record<Key, string>

/** What a key comes to: the shares in cents by home with the weights; or why not, with the homes whose number is missing. Never guessed. */
export type Option =
  | { key: Key, shares: ReadonlyMap<number, number>, weights: ReadonlyMap<number, number> }
  | { key: Key, shares: null, lacks: 'no_reading' | 'no_area' | 'no_floor' | 'no_weights' | 'nobody', homes: readonly number[] }

/** What each home would pay under a key. */
export function optionOf(key: Key, cents: number, homes: readonly Home[], floors: Floors | null): Option {
  if (key === 'floor' && floors === null) return { key, shares: null, lacks: 'no_weights', homes: [] }
  const weighted = homes.map(home => ({ home: home.id, weight: weightOf(key, home, floors) }))
  const known = weighted.filter((one): one is { home: number, weight: number } => one.weight !== null)
  if (known.length < weighted.length) return { key, shares: null, lacks: LACKS[key], homes: weighted.filter(one => one.weight === null).map(one => one.home) }
  if (known.every(one => one.weight === 0)) return { key, shares: null, lacks: 'nobody', homes: [] }
  return { key, shares: split(cents, known), weights: new Map(known.map(one => [one.home, one.weight])) }
}

function weightOf(key: Key, home: Home, floors: Floors | null): number | null {
  switch (key) {
    case 'usage': return home.usage
    case 'area': return home.area
    case 'household': return 1
    case 'benefit': return home.benefits ? 1 : 0
    case 'floor': return home.floor === null ? null : floors?.(home.floor) ?? null
  }
}

/** The weight of a floor in hundredths, or null where no rule speaks of it. */
export type Floors = (floor: number) => number | null

const RULE = /^(-?\d{1,3})(?:-(-?\d{1,3}))?=(\d{1,3})(?:\.(\d{1,2}))?$/u

/** Reads the table of the floors: a rule in each line or after a comma, such as 1=0, 2-6=1, 7=1.5. Null where a rule cannot be read or two speak of one floor. */
export function floorsIn(written: string): Floors | null {
  const lines = written.normalize('NFKC').split(/[\n,、;]/u).map(line => line.replace(/\s|层|楼/gu, '').replace(/[~—–]|至|到/gu, '-')).filter(line => line !== '')
  const rules = lines.map(line => {
    const [, from, to, whole, cents = ''] = RULE.exec(line) ?? []
    return from === undefined ? null : { from: Number(from), to: Number(to ?? from), weight: Number(whole) * 100 + Number(cents.padEnd(2, '0')) }
  })
  const known = rules.filter(rule => rule !== null)
  const clear = known.every((rule, i) => rule.from <= rule.to && known.slice(i + 1).every(other => rule.to < other.from || other.to < rule.from))
  if (known.length === 0 || known.length < rules.length || !clear) return null
  return floor => known.find(rule => rule.from <= floor && floor <= rule.to)?.weight ?? null
}

/** A weight as people read it: 12.5 (usage), 89.53 (area), 1.50 (floor), 1. */
export function weightShown(key: Key, weight: number): string {
  if (key === 'usage') return amountShown(weight)
  return key === 'area' || key === 'floor' ? areaShown(weight) : String(weight)
}

// What holds: the packs of a place, from the nation down, made one; who undercuts the law is told and passed over. Pure.
import { RULE_KEYS, type Layer, type RuleKey, type Value } from '#modules/law/rule.ts'
import { compared } from '#modules/law/value.ts'
import { FREEDOMS, type Freedom, type Pack, type PackRef, type PackRule, type Source } from '#modules/law/pack.ts'

/** A rule that holds: its value, from which layer and pack, and from which source. It can be kept as JSON. */
export interface Rule {
  readonly key: RuleKey
  readonly value: Value
  readonly layer: Layer
  readonly pack: PackRef
  readonly source: Source
}

/** A rule of a lower layer that cannot be used: it asks for less than the law, or is not theirs to set. `against` is what holds instead. */
export interface Flag {
  readonly key: RuleKey
  readonly problem: 'undercuts' | 'not theirs'
  readonly value: Value
  readonly layer: Layer
  readonly pack: PackRef
  readonly source: Source
  readonly against: Rule
  /** The old text that this number comes from, where it is known. */
  readonly outdated: Source | null
}

/** Everything that holds at a place on a day. `packs` is what a decision keeps; `empty` names layers whose law could not be read. */
export interface Rules {
  readonly on: string
  readonly rules: { readonly [K in RuleKey]?: Rule }
  readonly flags: readonly Flag[]
  readonly packs: readonly PackRef[]
  readonly empty: readonly Pack['name'][]
}

/** What holds on a day (2026-11-22) under these packs, highest first. */
export function resolve(packs: readonly Pack[], on: string): Rules {
  const outdated = packs.flatMap(pack => pack.outdated)
  const found = RULE_KEYS.map(key => settle(key, packs, on, outdated))
  return {
    on,
    rules: Object.fromEntries(found.flatMap(({ rule }) => rule ? [[rule.key, rule] as const] : [])),
    flags: found.flatMap(({ flags }) => flags),
    packs: packs.map(({ key, version }) => ({ key, version })),
    empty: packs.filter(pack => pack.empty).map(({ name }) => name),
  }
}

function settle(key: RuleKey, packs: readonly Pack[], on: string, outdated: Pack['outdated']): { rule: Rule | null, flags: Flag[] } {
  const flags: Flag[] = []
  let rule: Rule | null = null
  let freedom: Freedoms = { law: 'any', estate: 'any' }
  for (const pack of packs) {
    const set = pack.rules[key]
    if (!set || !inForce(set.source, on)) continue
    const own: Rule = { key, value: set.value, layer: pack.layer, pack: { key: pack.key, version: pack.version }, source: set.source }
    const problem = rule && mayNot(pack.layer === 'estate' ? freedom.estate : freedom.law, own, rule)
    if (rule && problem) {
      const old = outdated.find(one => one.rule === key && compared(key, one.value, own.value) === 'same')
      flags.push({ ...own, problem, against: rule, outdated: old?.source ?? null })
    } else {
      freedom = rule ? narrowed(freedom, set) : set
      rule = own
    }
  }
  return { rule, flags }
}

type Freedoms = Pick<PackRule, 'law' | 'estate'>

// A lower law gives the estate more room only where it had every freedom itself.
function narrowed(above: Freedoms, own: Freedoms): Freedoms {
  if (above.law === 'any') return own
  const lesser = (a: Freedom, b: Freedom) => FREEDOMS.indexOf(a) > FREEDOMS.indexOf(b) ? a : b
  return { law: lesser(above.law, own.law), estate: lesser(above.estate, own.estate) }
}

function inForce({ from, until }: Source, on: string): boolean {
  return (from ?? on) <= on && on <= (until ?? on)
}

function mayNot(freedom: Freedom, own: Rule, above: Rule): Flag['problem'] | null {
  const way = compared(own.key, own.value, above.value)
  if (way === 'same' || freedom === 'any') return null
  if (way === 'looser') return 'undercuts'
  return freedom === 'none' || way === 'other' ? 'not theirs' : null
}

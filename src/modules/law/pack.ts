// A rule pack: the numbers of one layer of the law, each with its source. The shape and what must hold. Pure.
import { z } from 'zod'
import { LAYERS, RULE_KEYS, RULES, type Layer, type RuleKey, type Value } from '#modules/law/rule.ts'
import { valueOf } from '#modules/law/value.ts'

/** V: the text itself was read; S: a public page states it; K: known in general, not checked. */
export const MARKS = ['V', 'S', 'K'] as const
export type Mark = typeof MARKS[number]

/** How far a lower layer may go: set what it likes, only be stricter, or not touch it. */
export const FREEDOMS = ['any', 'stricter', 'none'] as const
export type Freedom = typeof FREEDOMS[number]

const words = (most: number) => z.strictObject({ zh: z.string().trim().min(1).max(most), en: z.string().trim().min(1).max(most) })
const date = z.iso.date()
const name = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/u)

const source = z.strictObject({
  law: words(120),
  article: z.string().trim().min(1).max(40).optional(),
  says: words(600),
  mark: z.enum(MARKS),
  from: date.optional(),
  until: date.optional(),
})

/** Where a number comes from: the text, its article (where known), what it says in short, how sure, from when until when it holds. */
export interface Source extends z.output<typeof source> {
  id: string
}

const written = z.union([z.string(), z.number(), z.boolean()])
const rule = z.strictObject({ value: written, source: name, law: z.enum(FREEDOMS).optional(), estate: z.enum(FREEDOMS).optional() })
const key = z.enum(RULE_KEYS)

const shape = z.strictObject({
  key: name,
  version: z.int().min(1).max(9999),
  layer: z.enum(LAYERS),
  within: name.optional(),
  from: date,
  name: words(60),
  note: words(300).optional(),
  empty: z.literal(true).optional(),
  sources: z.record(name, source).default({}),
  rules: z.partialRecord(key, rule).default({}),
  outdated: z.array(z.strictObject({ rule: key, value: written, source: name })).max(20).default([]),
})

/** One rule as a pack sets it. `law` and `estate`: what a lower law and the estate's own rules may do; unsaid, only be stricter. */
export interface PackRule {
  readonly value: Value
  readonly source: Source
  readonly law: Freedom
  readonly estate: Freedom
}

/** Which pack, as a decision keeps it beside its result. */
export interface PackRef {
  readonly key: string
  readonly version: number
}

/** A pack that is in order. `empty` marks one whose law could not be read: everything comes from the layer above. */
export interface Pack extends PackRef {
  readonly layer: Layer
  readonly within: string | null
  readonly from: string
  readonly name: { readonly zh: string, readonly en: string }
  readonly note: { readonly zh: string, readonly en: string } | null
  readonly empty: boolean
  readonly rules: { readonly [K in RuleKey]?: PackRule }
  /** Numbers that old texts still quote, and where they come from: told when an estate's rules repeat them. */
  readonly outdated: readonly { readonly rule: RuleKey, readonly value: Value, readonly source: Source }[]
}

/** What is wrong with a pack whose shape is right. */
export const PACK_PROBLEMS = [
  'no value', 'no source', 'unused source', 'ends before it begins', 'nothing above', 'something above', 'empty with rules',
  'only an estate', 'no order', 'not an estate', 'not a place', 'taken',
] as const
export type PackProblem = typeof PACK_PROBLEMS[number]

type Written = z.output<typeof shape>
interface Found { readonly path: readonly (string | number)[], readonly problem: PackProblem }

/** The shape and the rules of a pack; each problem carries the path to what is wrong, and which rule it breaks. */
export const packShape = shape.superRefine((pack, context) => {
  for (const { path, problem } of [...problems(pack), ...ruleProblems(pack)]) {
    context.addIssue({ code: 'custom', path: [...path], params: { problem } })
  }
}).transform(packOf)

function problems({ layer, within, empty, sources, rules, outdated }: Written): Found[] {
  const used = new Set([...Object.values(rules), ...outdated].map(one => one.source))
  return [
    ...layer === 'nation' && within !== undefined ? [{ path: ['within'], problem: 'something above' } as const] : [],
    ...layer !== 'nation' && within === undefined ? [{ path: ['layer'], problem: 'nothing above' } as const] : [],
    ...empty && Object.keys(rules).length > 0 ? [{ path: ['empty'], problem: 'empty with rules' } as const] : [],
    ...Object.keys(sources).filter(id => !used.has(id)).map(id => ({ path: ['sources', id], problem: 'unused source' }) as const),
    ...Object.entries(sources).filter(([, { from, until }]) => from && until && until < from)
      .map(([id]) => ({ path: ['sources', id, 'until'], problem: 'ends before it begins' }) as const),
    ...outdated.flatMap((old, index): Found[] => [
      ...valueOf(old.rule, old.value) === null ? [{ path: ['outdated', index, 'value'], problem: 'no value' } as const] : [],
      ...Object.hasOwn(sources, old.source) ? [] : [{ path: ['outdated', index, 'source'], problem: 'no source' } as const],
    ]),
  ]
}

function ruleProblems({ layer, sources, rules }: Written): Found[] {
  return Object.entries(rules).flatMap(([key, { value, source, law, estate }]): Found[] => {
    const known = RULE_KEYS.find(one => one === key)
    if (!known) return []
    const at = (field: string, problem: PackProblem) => ({ path: ['rules', key, field], problem })
    return [
      ...valueOf(known, value) === null ? [at('value', 'no value')] : [],
      ...Object.hasOwn(sources, source) ? [] : [at('source', 'no source')],
      // Only the estate's own rules can say what silence means ((2022)沪02民初16号).
      ...known === 'silence' && value !== 'cast_only' && layer !== 'estate' ? [at('value', 'only an estate')] : [],
      ...!RULES[known].stricter && law === 'stricter' ? [at('law', 'no order')] : [],
      ...!RULES[known].stricter && estate === 'stricter' ? [at('estate', 'no order')] : [],
    ]
  })
}

function packOf({ key, version, layer, within, from, name, note, empty, sources, rules, outdated }: Written): Pack {
  const named = (id: string) => Object.hasOwn(sources, id) && sources[id] ? { id, ...sources[id] } : null
  return {
    key, version, layer, within: within ?? null, from, name, note: note ?? null, empty: empty ?? false,
    rules: Object.fromEntries(RULE_KEYS.flatMap(key => {
      const rule = rules[key]
      const source = rule && named(rule.source)
      const value = rule && valueOf(key, rule.value)
      if (!source || value === null || value === undefined) return []
      const usual: Freedom = RULES[key].stricter ? 'stricter' : 'none'
      return [[key, { value, source, law: rule.law ?? usual, estate: rule.estate ?? usual }] as const]
    })),
    outdated: outdated.flatMap(old => {
      const [source, value] = [named(old.source), valueOf(old.rule, old.value)]
      return source && value !== null ? [{ rule: old.rule, value, source }] : []
    }),
  }
}

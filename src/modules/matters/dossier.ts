// 档案: what is sealed when a matter is closed, and how anybody can compute the seal again. Pure.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Level, OrganisationKind } from '#db/tables.ts'

const mark = z.string().regex(/^[0-9a-f]{64}$/u)
const instant = z.string()
const count = z.number().int().nonnegative()
const photo = z.strictObject({ moment: z.string(), sha256: mark, taken: instant })

/** What a sealed file says. Everything that a person wrote, and every name, stands in it by its mark alone (`markOf`). Version 1. */
export const dossierContent = z.strictObject({
  version: z.literal(1),
  number: z.string(),
  community: z.string(),
  matter: count,
  reopened_from: count.nullable(),
  place: mark,
  kind: z.string(),
  category: z.string().nullable(),
  track: z.string().nullable(),
  urgent: z.boolean(),
  method: z.strictObject({ key: z.string(), id: count.nullable(), version: count.nullable() }),
  raised: z.strictObject({ at: instant, channel: z.string(), by: mark.nullable(), text: mark, private: mark.nullable(), followers: count }),
  trail: z.array(z.strictObject({
    at: instant, step: z.string(), kind: z.string(), by: mark.nullable(), organisation: z.string().nullable(), text: mark,
  })),
  handled: z.strictObject({ by: mark.nullable(), organisation: z.string().nullable(), others: z.array(z.string()) }),
  tasks: z.array(z.strictObject({ title: mark, organisation: z.string().nullable(), due: z.string().nullable(), done: instant.nullable() })),
  costs: z.array(z.strictObject({ at: instant, cents: count, paid_from: z.string(), what: mark })),
  polls: z.array(z.strictObject({ question: mark, opened: instant, closes: instant, yes: count, no: count })),
  homes: count,
  photos: z.array(photo),
  clocks: z.array(z.strictObject({ name: z.string(), counting: z.string(), allowed: count, used: count, late: z.boolean() })),
  rating: z.strictObject({
    stars: z.array(count).length(5),
    words: z.array(z.strictObject({ stars: count, text: mark })),
    /** Nobody rated for as long as the method waits; never counted as satisfied. */
    silence: z.strictObject({ unit: z.enum(['minutes', 'hours', 'days', 'workingHours', 'workingDays', 'end']), amount: count }).nullable(),
  }),
  closed: z.strictObject({
    at: instant, as: z.enum(['done', 'turned_down']), by: mark, organisation: z.string().nullable(), level: z.string(),
    evidence: z.array(z.string()),
    /** Closed by somebody else than the one who did it. */
    other_hands: z.boolean(),
  }),
})
export type DossierContent = z.output<typeof dossierContent>

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

/** JSON with one spelling: keys in the order of their UTF-16 code units, no blanks, whole numbers only (RFC 8785 without fractions). */
export function canonical(value: Json): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`${value} has no single spelling`)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  const names = Object.keys(value).sort()
  return `{${names.map(name => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`).join(',')}}`
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}

/** SHA-256 of the UTF-8 bytes, hex: of the canonical content it is the seal. */
export function sealOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** What stands in the file in place of words. Without the salt, which is erased with the words, nobody can find them by guessing. */
export function markOf(salt: string, text: string): string {
  return sealOf(salt + text)
}

/** The seal as people compare it: groups of four. */
export function sealInGroups(hash: string): string {
  return hash.replace(/(.{4})(?=.)/gu, '$1 ')
}

const LEVELS = {
  grid: 'grid', owners_committee: 'estate', property_company: 'estate', residents_committee: 'community', party_branch: 'community',
  team: 'community', partner_unit: 'community', street_office: 'street',
} as const satisfies Record<OrganisationKind, Level>

/** Who settled it, by the organisation that did (S2-19: small things end in the grid); the community where none is named. */
export function levelOf(organisation: OrganisationKind | null): Level {
  return organisation === null ? 'community' : LEVELS[organisation]
}

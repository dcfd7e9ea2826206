// 会议纪要: what stands in sealed minutes, and how they are sealed. Pure.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { KINDS, PARTIES } from '#modules/councils/council.ts'

const count = z.int().nonnegative()
/** A name that is not in the text itself: SHA-256 of salt and name, so that a name can be erased and the seal still holds. */
const mark = z.string().regex(/^[0-9a-f]{64}$/u).nullable()

const shape = z.strictObject({
  format: z.literal('linju-minutes/1'),
  number: z.string(), community: z.string(), council: z.string(), session: count, kind: z.enum(KINDS), title: z.string(),
  begins: z.string(), opened: z.string(), ended: z.string(), where: z.string(),
  quorate: z.boolean(), percent: count,
  attendance: z.array(z.strictObject({ party: z.enum(PARTIES), invited: count, coming: count, came: count, besides: count, needed: count, enough: z.boolean() })),
  present: z.array(z.strictObject({ seat: count, party: z.enum(PARTIES), organisation: z.string().nullable(), mark })),
  topics: z.array(z.strictObject({
    title: z.string(), matters: z.array(count), text: z.string(), decision: z.string(),
    tasks: z.array(z.strictObject({ task: count, title: z.string(), organisation: z.string().nullable(), mark, due: z.string().nullable() })),
  })),
  speakers: z.strictObject({ floor: count, stage: count, minutes: count }),
  questions: z.strictObject({ asked: count, aloud: count, inWriting: count }),
  points: count,
})

/** Sealed minutes as data. */
export type MinutesContent = z.output<typeof shape>

/** The text that is sealed: canonical JSON (RFC 8785). */
export function written(content: MinutesContent): string {
  return canonicalize(shape.parse(content)) ?? ''
}

/** The minutes that a sealed text is. */
export function minutesIn(text: string): MinutesContent {
  return shape.parse(JSON.parse(text))
}

/** SHA-256 in hex of a text that is sealed, be it minutes or an addendum. */
export function sealOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** What stands in the text for a name; null where nobody is named. */
export function markOf(salt: string | null, name: string | null): string | null {
  return salt === null || name === null ? null : sealOf(`${salt} ${name}`)
}

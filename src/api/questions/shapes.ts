// Shapes that several answers share. What a field is stands once for all of them, in the catalogue under the field's name.
import { z } from 'zod'
import type { PlaceKind } from '#db/tables.ts'
import { standing, usedAt, type Calendar, type Clock } from '#modules/clocks/public.ts'
import { STEPS, TRACKS } from '#modules/methods/public.ts'
import { POSTS, type PostKind } from '#modules/people/public.ts'
import type { Place } from '#modules/places/public.ts'

export const id = z.int().positive()
export const maybeId = id.nullable()
export const count = z.int().nonnegative()
/** RFC 3339. */
export const instant = z.iso.datetime({ offset: true })
export const maybeInstant = instant.nullable()
export const day = z.iso.date()
export const maybeDay = day.nullable()
export const text = z.string()
export const maybeText = text.nullable()
export const step = z.enum(STEPS)
export const track = z.enum(TRACKS)
export const placeKind = z.enum(['estate', 'building', 'entrance', 'home', 'thing'] satisfies PlaceKind[])
export const postKind = z.enum(Object.keys(POSTS) as [PostKind, ...PostKind[]])

/** A number in a query. */
export const idAsked = z.coerce.number().int().positive()
/** Yes or no in a query; documented as what it is. */
export const flagAsked = z.stringbool({ truthy: ['true'], falsy: ['false'], case: 'sensitive' }).meta({ type: 'boolean' })
/** The code of whoever raised a matter without an account. */
export const receiptAsked = z.string().max(40).default('')

/** The same text in both languages. */
export const bilingual = z.strictObject({ zh: z.string(), en: z.string() }).meta({ id: 'Bilingual' })

export const place = z.strictObject({
  id, kind: placeKind, name: text, label: text, code: text, parent: maybeId, estate: maybeId, building: maybeId, entrance: maybeId,
}).meta({ id: 'Place' })

/** A place as it is answered. */
export function placeOf({ id, kind, name, label, code, parent_id, estate_id, building_id, entrance_id }: Place): z.input<typeof place> {
  return { id, kind, name, label, code, parent: parent_id, estate: estate_id, building: building_id, entrance: entrance_id }
}

export const clock = z.strictObject({
  name: text, counting: z.enum(['plain', 'working']), startedAt: instant, allowed: count, used: z.number().nonnegative(),
  dueAt: maybeInstant, endedAt: maybeInstant, standing: z.enum(['ok', 'today', 'late', 'paused', 'met']),
}).meta({ id: 'Clock' })

/** A clock as it is answered; amounts in counted milliseconds. */
export function clockAnswered(one: Clock, now: Temporal.Instant, calendar: Calendar): z.input<typeof clock> {
  const { name, counting, allowed, startedAt, dueAt, endedAt } = one
  return {
    name, counting, allowed, used: usedAt(one, now, calendar), standing: standing(one, now, calendar),
    startedAt: startedAt.toString(), dueAt: told(dueAt), endedAt: told(endedAt),
  }
}

/** A time as it is answered. */
export function told(at: Temporal.Instant | null): string | null {
  return at?.toString() ?? null
}

// The fields that many acts of activities have in common.
import { z } from 'zod'
import type { Said } from '#kit/phrase.ts'
import { activitiesText } from '#text/activities.ts'

type Pairs = typeof activitiesText.pairs
type Plain = { [K in keyof Pairs]: Pairs[K][0] extends string ? K : never }[keyof Pairs]

/** A plain text of the topic, for whichever language. */
export function say(key: Plain): Said {
  return lang => activitiesText(lang)[key]
}

/** The number of what an act is about. */
export const which = z.coerce.number().int().positive().meta({ control: 'hidden' })

/** What may be left open: an empty field is null. */
export function optional<Value extends z.ZodType>(value: Value) {
  return z.union([z.literal('').transform(() => null), value]).nullable().default(null)
}

/** A day such as 2026-11-22. */
export const day = z.iso.date().meta({ label: say('on'), wrong: say('onWrong'), control: 'date' })

/** 9:00, 9：30 or 14:05, as a time of the day. */
export function clock(label: 'from' | 'until') {
  return z.string().trim().regex(/^(?:[01]?\d|2[0-3])[:：][0-5]\d$/u).transform(text => text.replace('：', ':').padStart(5, '0'))
    .meta({ label: say(label), hint: say('clockHint'), wrong: say('clockWrong') })
}

/** Why it is called off. */
export const why = z.string().trim().min(2).max(200).meta({ label: say('why'), wrong: say('whyWrong') })

/** How many people a post takes. */
export const number = z.coerce.number().int().min(1).max(200).meta({ label: say('number'), wrong: say('numberWrong') })

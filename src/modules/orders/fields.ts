// The fields that many acts of the menu and of orders have in common.
import { z } from 'zod'
import type { Lang, Said } from '#kit/phrase.ts'
import { orderText } from '#text/orders.ts'

type Pairs = typeof orderText.pairs
type Plain = { [K in keyof Pairs]: Pairs[K][0] extends string ? K : never }[keyof Pairs]

/** A plain text of the topic, for whichever language. */
export function say(key: Plain): Said {
  return lang => orderText(lang)[key]
}

/** The number of what an act is about. */
export const which = z.coerce.number().int().positive().meta({ control: 'hidden' })

/** The number of one of its dates. */
export const whichDate = z.coerce.number().int().positive().meta({ control: 'hidden', label: say('whichDate') })

/** What may be left empty. */
export function optional<Value extends z.ZodType>(value: Value) {
  return z.union([z.literal('').transform(() => null), value]).nullable().default(null)
}

/** What somebody wrote. */
export function words(label: Said, { least = 2, most = 500, hint, wrong = say('wordsWrong') }: { least?: number, most?: number, hint?: Said, wrong?: Said } = {}) {
  return z.string().trim().min(least).max(most).meta({ label, ...hint && { hint }, wrong, control: 'textarea' })
}

type Called<Choice extends string> = (lang: Lang) => Readonly<Record<Choice, string>>

/** One of several, as buttons to choose from. */
export function oneOf<const Choices extends readonly [string, ...string[]]>(choices: Choices, label: Said, called: Called<Choices[number]>) {
  return z.enum(choices).meta(picked(choices, label, called))
}

/** What such a choice says of itself; for one that may be left out. */
export function picked<Choice extends string>(choices: readonly Choice[], label: Said, called: Called<Choice>) {
  return {
    label, wrong: say('chooseOne'), control: 'pick' as const,
    choices: Object.fromEntries(choices.map(choice => [choice, (lang: Lang): string => called(lang)[choice] ?? choice])),
  }
}

/** 9:00, 9：30 or 14:05, in minutes since midnight. */
export const clock = z.string().trim().regex(/^(?:[01]?\d|2[0-3])[:：][0-5]\d$/u).transform(text => {
  const [hour = 0, minute = 0] = text.split(/[:：]/u).map(Number)
  return hour * 60 + minute
})

// The fields that many acts of volunteers have in common.
import { z } from 'zod'
import type { Said } from '#kit/phrase.ts'
import { volunteerText } from '#text/volunteers.ts'

type Pairs = typeof volunteerText.pairs
type Plain = { [K in keyof Pairs]: Pairs[K][0] extends string ? K : never }[keyof Pairs]

/** A plain text of the topic, for whichever language. */
export function say(key: Plain): Said {
  return lang => volunteerText(lang)[key]
}

/** The number of what an act is about. */
export const which = z.coerce.number().int().positive().meta({ control: 'hidden' })

/** Somebody of this community, by number. */
export const person = z.coerce.number().int().positive().meta({ label: say('person'), wrong: say('personWrong') })

/** A day. */
export const day = z.iso.date().meta({ label: say('day'), wrong: say('dayWrong'), control: 'date' })

/** A line or two that somebody wrote. */
export function words(label: Said, { least = 2, most = 200, hint, wrong = say('wordsWrong'), long = false }: { least?: number, most?: number, hint?: Said, wrong?: Said, long?: boolean } = {}) {
  return z.string().trim().min(least).max(most).meta({ label, ...hint && { hint }, wrong, control: long ? 'textarea' : 'text' })
}

/** The same where nothing need be written. */
export function maybeWords(label: Said, { most = 200, hint }: { most?: number, hint: Said }) {
  return z.string().trim().max(most).default('').meta({ label, hint, wrong: say('wordsWrong'), control: 'text' })
}

/** One of several, as buttons to choose from. */
export function oneOf<const Choices extends readonly [string, ...string[]]>(choices: Choices, label: Said, called: (lang: 'zh' | 'en') => Readonly<Record<Choices[number], string>>) {
  return z.enum(choices).meta(asPicked(choices, label, called))
}

/** What a form must know of one of several. */
export function asPicked<const Choices extends readonly [string, ...string[]]>(choices: Choices, label: Said, called: (lang: 'zh' | 'en') => Readonly<Record<Choices[number], string>>) {
  return {
    label, wrong: say('choiceWrong'), control: 'pick' as const,
    choices: Object.fromEntries(choices.map((choice: Choices[number]) => [choice, (lang: 'zh' | 'en') => called(lang)[choice]])),
  }
}

/** Yes or no to something that somebody sent; with a reason where it is no. */
export const verdict = {
  yes: z.union([z.boolean(), z.enum(['true', 'false']).transform(text => text === 'true')]).meta({ label: say('verdict'), wrong: say('choiceWrong'), control: 'hidden' }),
  why: z.string().trim().max(200).default('').meta({ label: say('why'), hint: say('whyHint'), wrong: say('whyWrong') }),
}

/** The number of a licence or a policy: 4 to 40 characters. */
export const paperNumber = z.string().trim().min(4).max(40).meta({ label: say('number'), hint: say('numberHint'), wrong: say('numberWrong') })

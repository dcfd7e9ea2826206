// The fields that many acts of an election have in common.
import { z } from 'zod'
import type { Said } from '#kit/phrase.ts'
import { electionText } from '#text/elections.ts'

type Pairs = typeof electionText.pairs
type Plain = { [K in keyof Pairs]: Pairs[K][0] extends string ? K : never }[keyof Pairs]

/** A plain text of the topic, for whichever language. */
export function say(key: Plain): Said {
  return lang => electionText(lang)[key]
}

/** The number of what an act is about. */
export const which = z.coerce.number().int().positive().meta({ control: 'hidden' })

/** Somebody of this community. */
export const person = z.coerce.number().int().positive().meta({ label: say('person'), wrong: say('personWrong') })

/** A day; the act sees to it that it is not to come. */
export const day = z.iso.date().meta({ label: say('day'), wrong: say('dayWrong'), control: 'date' })

/** What somebody wrote. */
export function words(label: Said, { least = 2, most = 1000, hint, wrong = say('wordsWrong') }: { least?: number, most?: number, hint?: Said, wrong?: Said } = {}) {
  return z.string().trim().min(least).max(most).meta({ label, ...hint && { hint }, wrong, control: 'textarea' })
}

/** One of several, as buttons to choose from. */
export function oneOf<const Choices extends readonly [string, ...string[]]>(choices: Choices, label: Said, called: (lang: 'zh' | 'en') => Readonly<Record<Choices[number], string>>) {
  return z.enum(choices).meta({
    label, wrong: say('whatWrong'), control: 'pick',
    choices: Object.fromEntries(choices.map((choice: Choices[number]) => [choice, (lang: 'zh' | 'en') => called(lang)[choice]])),
  })
}

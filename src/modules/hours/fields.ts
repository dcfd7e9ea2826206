// The fields that acts on hours have in common.
import { z } from 'zod'
import type { Said } from '#kit/phrase.ts'
import { LONGEST } from '#modules/hours/serving.ts'
import { hoursText } from '#text/hours.ts'

type Pairs = typeof hoursText.pairs
type Plain = { [K in keyof Pairs]: Pairs[K][0] extends string ? K : never }[keyof Pairs]

/** A plain text of the topic, for whichever language. */
export function say(key: Plain): Said {
  return lang => hoursText(lang)[key]
}

/** The number of what an act is about. */
export const which = z.coerce.number().int().positive().meta({ control: 'hidden' })

/** A number that may be left out. */
export const maybe = z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()]).nullable().default(null)

/** Minutes of one serving: at most a day. */
export const minutes = z.coerce.number().int().min(0).max(LONGEST).meta({
  label: say('minutes'), hint: say('minutesHint'), wrong: say('minutesWrong'),
})

/** What somebody wrote. */
export function words(label: Said, most: number, hint?: Said) {
  return z.string().trim().min(2).max(most).meta({ label, ...hint && { hint }, wrong: say('wordsWrong'), control: 'textarea' })
}

const clock = (label: Said) => z.string().trim().regex(/^([01]\d|2[0-3]):[0-5]\d$/u).meta({ label, hint: say('clockHint'), wrong: say('clockWrong') })

/** Who served, as typed: a line for each, with minutes where it was not the whole time. */
export interface Line {
  readonly name: string
  readonly minutes: number | null
}

const listed = z.array(z.strictObject({ person: z.coerce.number().int().positive(), minutes: minutes.nullable().default(null) })).min(1).max(300)
const typed = z.string().transform(linesOf).pipe(z.array(z.custom<Line>()).min(1).max(300))

/** Everything that is written down of a serving by hand. */
export const servingFields = {
  project: z.coerce.number().int().positive().meta({ label: say('project'), wrong: say('projectWrong') }),
  date: z.iso.date().meta({ label: say('date'), wrong: say('dateWrong'), control: 'date' }),
  from: clock(say('from')),
  until: clock(say('until')),
  place: maybe.meta({ label: say('place'), wrong: say('placeWrong') }),
  content: words(say('content'), 300, say('contentHint')),
  served: z.coerce.number().int().min(0).max(100_000).meta({ label: say('served'), hint: say('servedHint'), wrong: say('servedWrong') }),
  quality: z.string().trim().max(100).default('').meta({ label: say('quality'), hint: say('qualityHint') }),
  people: z.union([listed, typed]).meta({ label: say('people'), hint: say('peopleHint'), wrong: say('peopleWrong'), control: 'textarea' }),
}

/** One serving as it is written down. */
export const servingInput = z.strictObject(servingFields)
export type Written = z.output<typeof servingInput>

// 林秀英, 林秀英 90, #12 90: the number after the name is minutes.
function linesOf(text: string): Line[] {
  return text.split(/[\n;；]/u).map(line => line.trim()).filter(line => line !== '').map(line => {
    const [, name = line, number] = /^(.*?)[\s,，]+(\d{1,4})\s*(?:分钟|min)?$/u.exec(line) ?? []
    return { name: name.trim(), minutes: number === undefined ? null : Number(number) }
  })
}

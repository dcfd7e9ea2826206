// What is written of an errand: each field with its label, its limits and what to do about a wrong one.
import { z } from 'zod'
import type { Said } from '#kit/phrase.ts'
import { KINDS } from '#modules/errands/errand.ts'
import { errandKindText, writeText } from '#text/errands.ts'

const say = (key: keyof typeof writeText.pairs & string): Said => lang => String(writeText(lang)[key])
const empty = z.literal('').transform(() => null)
const choices: Readonly<Record<string, Said>> = Object.fromEntries(KINDS.map(kind => [kind, (lang: 'zh' | 'en') => errandKindText(lang)[kind]]))

/** The number of an errand, in a form or from a program. */
export const errandId = z.coerce.number().int().positive().meta({ control: 'hidden' })

/** A moment there, as the browser picks it: 2026-11-22T17:30. */
const moment = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u)

const kind = z.enum(KINDS).meta({ label: say('kind'), wrong: say('kindWrong'), control: 'pick', choices })
const text = z.string().trim().min(4).max(300).meta({ label: say('text'), hint: say('textHint'), wrong: say('textWrong'), control: 'textarea' })
const until = moment.meta({ label: say('until'), wrong: say('untilWrong') })
const place = z.union([empty, z.coerce.number().int().positive()]).nullable().default(null).meta({ label: say('place'), wrong: say('placeWrong') })
const from = z.union([empty, moment]).nullable().default(null).meta({ label: say('from'), wrong: say('fromWrong') })

/** An ask. `inReturn`: what the asker could do for it; `offer`: the offer that it takes up; `askedFor`: whom a worker enters it for, from a chat. */
export const askInput = z.strictObject({
  kind, text, until, from, place,
  inReturn: z.union([empty, z.enum(KINDS)]).nullable().default(null).meta({ label: say('inReturn'), wrong: say('kindWrong') }),
  offer: z.union([empty, z.coerce.number().int().positive()]).nullable().default(null).meta({ label: say('offer'), control: 'hidden' }),
  askedFor: z.string().trim().max(30).default('').meta({ label: say('askedFor'), hint: say('askedForHint'), wrong: say('askedForWrong') }),
  channel: z.enum(['page', 'chat', 'api']).default('page').meta({ control: 'hidden' }),
})

/** An offer; `room`: how many asks it takes along. */
export const offerInput = z.strictObject({
  kind: kind.meta({ label: say('kindOffer'), wrong: say('kindWrong'), control: 'pick', choices }),
  text: text.meta({ label: say('textOffer'), hint: say('textOfferHint'), wrong: say('textWrong'), control: 'textarea' }), until, from, place,
  room: z.coerce.number().int().min(1).max(9).default(3).meta({ label: say('room'), wrong: say('roomWrong') }),
})

/** What whoever takes it says to the asker. */
export const takeInput = z.strictObject({
  id: errandId,
  words: z.string().trim().max(100).default('').meta({ label: say('words'), hint: say('wordsHint'), wrong: say('wordsWrong') }),
})

const minutes = z.coerce.number().int().min(1).max(720).meta({ label: say('minutes'), hint: say('minutesHint'), wrong: say('minutesWrong') })

/** How long it took, as whoever did it says. */
export const finishInput = z.strictObject({ id: errandId, minutes })

/** The same as the asker says, with thanks. */
export const confirmInput = z.strictObject({
  id: errandId, minutes,
  thanks: z.string().trim().max(100).default('').meta({ label: say('thanks'), hint: say('thanksHint'), wrong: say('wordsWrong') }),
})

/** An act on one errand that needs no words. */
export const oneInput = z.strictObject({ id: errandId })

/** What whoever looks it over says. */
export const judgeInput = z.strictObject({
  id: errandId,
  verdict: z.enum(['shown', 'hidden']).meta({ label: say('verdict'), control: 'pick', choices: { shown: say('show'), hidden: say('hide') } }),
})

/** A line of a chat. */
export const chatInput = z.strictObject({
  line: z.string().trim().min(2).max(500).meta({ label: say('line'), hint: say('lineHint'), wrong: say('lineWrong'), control: 'textarea' }),
})

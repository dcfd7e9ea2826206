// The fields that several acts of duty have in common.
import { z } from 'zod'
import type { Said } from '#kit/phrase.ts'
import { dutyFieldText } from '#text/duty.ts'

/** The number of what an act is about. */
export const which = z.coerce.number().int().positive().meta({ control: 'hidden' })

/** A number of somebody or something that may be left open. */
export const maybeId = z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()]).nullable().default(null)

/** Somebody of the team. */
export const somebody = z.coerce.number().int().positive().meta({ label: lang => dutyFieldText(lang).person })

/** 8:00, 8：30 or 22:05 in minutes since midnight. */
export const clock = z.string().trim().regex(/^(?:[01]?\d|2[0-3])[:：][0-5]\d$/u).transform(text => {
  const [hour = 0, minute = 0] = text.split(/[:：]/u).map(Number)
  return hour * 60 + minute
})

const ANSWERS = ['yes', 'no'] as const

/** Yes or no to what somebody asked. */
export const answer = z.enum(ANSWERS).meta({
  label: lang => dutyFieldText(lang).answer, control: 'pick',
  choices: Object.fromEntries(ANSWERS.map(one => [one, (lang: 'zh' | 'en') => dutyFieldText(lang)[one]])) as Readonly<Record<string, Said>>,
})

// The fields that many acts on a matter have in common.
import { z } from 'zod'
import type { Said } from '#kit/phrase.ts'
import { matterText } from '#text/matters.ts'
import { workText } from '#text/work.ts'

/** Which matter. */
export const matterId = z.coerce.number().int().positive().meta({ control: 'hidden' })

/** A receipt, for whoever raised it without an account. */
export const receiptCode = z.string().max(40).default('').meta({ control: 'hidden' })

/** What somebody says; `label` asks for it. */
export function words(label: Said, hint?: Said) {
  return z.string().trim().min(2).max(1000).meta({ label, ...hint && { hint }, wrong: lang => workText(lang).wordsWrong, control: 'textarea' })
}

/** What everybody is told of a step. */
export const toEverybody = words(lang => matterText(lang).note, lang => matterText(lang).noteHint)

/** Why. */
export const because = words(lang => workText(lang).why, lang => workText(lang).whyHint)

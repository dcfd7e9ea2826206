// The fields that many acts on a vote have in common.
import { z } from 'zod'
import type { Said } from '#kit/phrase.ts'
import type { Photo } from '#kit/photos.ts'
import { decisionText } from '#text/decisions.ts'

/** Which vote. */
export const decisionId = z.coerce.number().int().positive().meta({ control: 'hidden' })

/** Whose ballot, by the number on the roll. */
export const voterNumber = z.coerce.number().int().positive().meta({
  label: lang => decisionText(lang).number, hint: lang => decisionText(lang).numberHint, wrong: lang => decisionText(lang).numberWrong,
})

/** When it happened, on the community's clock: 2026-11-22T19:30. */
export function moment(label: Said) {
  return z.string().trim().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/u).refine(text => plain(text) !== null).meta({ label, wrong: lang => decisionText(lang).momentWrong })
}

/** A moment on the community's clock as an instant; a time that the clock skipped is taken a little later. */
export function instantOf(text: string, zone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant()
}

/** Words of somebody. */
export function words(label: Said, most = 1000, hint?: Said) {
  return z.string().trim().min(2).max(most).meta({ label, ...hint && { hint }, wrong: lang => decisionText(lang).wordsWrong(most), control: 'textarea' })
}

/** A picture that `recodePhoto` has drawn anew. */
export const photo = z.custom<Photo>(given => typeof given === 'object' && given !== null && 'bytes' in given)
  .meta({ label: lang => decisionText(lang).photo, wrong: lang => decisionText(lang).photoWrong })

function plain(text: string): Temporal.PlainDateTime | null {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' })
  } catch {
    return null
  }
}

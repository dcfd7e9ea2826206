// Consent: one per purpose, in the words that the person saw (PIPL 13–16). Pure.
import { consentText, wordingText } from '#text/consents.ts'
import { invalid } from '#kit/check.ts'

/** What may be agreed to, and the number of the wording that is shown now. */
export const PURPOSES = { show_name: 1, share_phone: 1, sms_notices: 1, be_asked: 1, plan_credit: 1, show_stars: 1, show_photo: 1, helper_phone: 1 } as const
export type Purpose = keyof typeof PURPOSES

export const PURPOSE_KEYS = Object.keys(PURPOSES) as Purpose[]

/** The key of the present wording of a purpose: show_name_1. */
export function wordingOf(purpose: Purpose): keyof typeof wordingText.pairs {
  return `${purpose}_${PURPOSES[purpose]}`
}

/** Throws Invalid when what was agreed to is not what is shown now. */
export function sameWording(purpose: Purpose, seen: number): void {
  if (seen !== PURPOSES[purpose]) throw invalid([{ field: 'wording', reason: lang => consentText(lang).changed }])
}

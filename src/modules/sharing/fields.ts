// The fields that the acts of sharing have in common.
import { z } from 'zod'
import { matterId, yuan } from '#modules/matters/public.ts'
import { floorsIn, KEYS } from '#modules/sharing/keys.ts'
import { keyText, sharingActText } from '#text/sharing.ts'

export { matterId }

/** The most that is shared at once: a hundred million yuan, in cents. */
const MOST_CENTS = 10_000_000_000

/** What is to be shared, and how openly. */
export const amountFields = {
  what: z.string().trim().min(2).max(60).meta({
    label: lang => sharingActText(lang).what, hint: lang => sharingActText(lang).whatHint, wrong: lang => sharingActText(lang).whatWrong,
  }),
  yuan: yuan.refine(cents => cents <= MOST_CENTS).meta({ label: lang => sharingActText(lang).yuan, wrong: lang => sharingActText(lang).yuanWrong }),
  monthly: z.boolean().default(false).meta({ label: lang => sharingActText(lang).monthly, control: 'tick' }),
  floors: z.string().trim().max(400).default('').refine(written => written === '' || floorsIn(written) !== null).meta({
    label: lang => sharingActText(lang).floors, hint: lang => sharingActText(lang).floorsHint, wrong: lang => sharingActText(lang).floorsWrong, control: 'textarea',
  }),
  tableOpen: z.boolean().default(false).meta({
    label: lang => sharingActText(lang).tableOpen, hint: lang => sharingActText(lang).tableOpenHint, control: 'tick',
  }),
}

/** Which key. */
export const keyField = z.enum(KEYS).meta({
  label: lang => sharingActText(lang).key, wrong: lang => sharingActText(lang).keyWrong, control: 'pick',
  choices: Object.fromEntries(KEYS.map(key => [key, (lang: 'zh' | 'en') => keyText(lang)[key]])),
})

/** A home by its number. */
export const homeField = z.coerce.number().int().positive().meta({ label: lang => sharingActText(lang).home, wrong: lang => sharingActText(lang).homeWrong })

/** Several homes that benefit. */
export const benefitField = z.array(z.coerce.number().int().positive()).max(5000).default([]).meta({ label: lang => sharingActText(lang).benefit, wrong: lang => sharingActText(lang).homeWrong })

/** A month such as 2026-11. */
export const monthField = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u).meta({
  label: lang => sharingActText(lang).month, hint: lang => sharingActText(lang).monthHint, wrong: lang => sharingActText(lang).monthWrong,
})

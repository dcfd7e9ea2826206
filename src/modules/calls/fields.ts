// What is said when somebody calls for help: each field with its label, its limits and a sensible default.
import { z } from 'zod'
import { NEED_KEYS } from '#modules/calls/needs.ts'
import { phoneNumber } from '#modules/people/public.ts'
import { callText, needText } from '#text/calls.ts'

/** The number of a call; with `code` the receipt of somebody who called without an account. */
export const callId = z.coerce.number().int().positive().meta({ control: 'hidden' })
export const receiptCode = z.string().max(40).default('').meta({ control: 'hidden' })

const needs = Object.fromEntries(NEED_KEYS.map(key => [key, (lang: 'zh' | 'en') => needText(lang)[key]]))

/** For how long help is wanted, in hours. */
const SPANS = ['1', '3', '12', '24'] as const
const spans = Object.fromEntries(SPANS.map(hours => [hours, (lang: 'zh' | 'en') => callText(lang).within(Number(hours))]))

export const callInput = z.strictObject({
  need: z.enum(NEED_KEYS).meta({ label: lang => callText(lang).need, wrong: lang => callText(lang).needWrong, control: 'pick', choices: needs }),
  place: z.coerce.number().int().positive().meta({ label: lang => callText(lang).place, wrong: lang => callText(lang).placeWrong }),
  text: z.string().trim().max(500).default('').meta({
    label: lang => callText(lang).text, hint: lang => callText(lang).textHint, wrong: lang => callText(lang).textWrong, control: 'textarea',
  }),
  hours: z.enum(SPANS).default('3').meta({ label: lang => callText(lang).hours, control: 'pick', choices: spans }),
  urgent: z.boolean().default(false).meta({ label: lang => callText(lang).urgent, hint: lang => callText(lang).urgentHint, control: 'tick' }),
  phone: phoneNumber.default('').meta({
    label: lang => callText(lang).phone, hint: lang => callText(lang).phoneHint, wrong: lang => callText(lang).phoneWrong, control: 'tel', autocomplete: 'tel',
  }),
  emergency: z.boolean().default(false).meta({
    label: lang => callText(lang).emergency, hint: lang => callText(lang).emergencyHint, wrong: lang => callText(lang).emergencyWrong, control: 'tick',
  }),
  channel: z.enum(['page', 'phone', 'code', 'api']).default('page').meta({ control: 'hidden' }),
})

/** A short reason in people's words. */
export const reason = z.string().trim().min(2).max(200).meta({
  label: lang => callText(lang).why, wrong: lang => callText(lang).whyWrong,
})

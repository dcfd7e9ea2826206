// A person known to a community. Pure.
import { z } from 'zod'
import { maskedPhone, phoneNumber as e164 } from '#kit/sign-in/phone.ts'
import { personText } from '#text/people.ts'

/** A name as people write it: 1 to 40 characters. */
export const personName = z.string().trim().min(1).max(40).meta({
  label: lang => personText(lang).name, wrong: lang => personText(lang).nameWrong, autocomplete: 'name',
})

const LANDLINE = /^(0\d{9,11}|\d{7,8})$/u

/** A phone as people write it: a number that a text can reach in E.164 (+8613800138000), a landline as its digits, '' for none. */
export const phoneNumber = z.string().max(40).transform((typed, context) => {
  const digits = typed.normalize('NFKC').replace(/[\s\-()]/gu, '')
  if (digits === '' || LANDLINE.test(digits)) return digits
  const reachable = e164(typed)
  if (reachable === null) context.addIssue({ code: 'custom', message: 'not a phone number' })
  return reachable ?? z.NEVER
})

/** A phone with its middle hidden: 138****2216. */
export const masked = maskedPhone

/** A date as forms and programs give it: 2026-11-22. */
export const dateOf = z.iso.date()

/** An id that may be left out: '' in forms, null or nothing in programs; null for none. */
export const optionalId = z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()]).nullable().default(null)

/** A date that may be left out; null for none. */
export const optionalDate = z.union([z.literal('').transform(() => null), dateOf]).nullable().default(null)

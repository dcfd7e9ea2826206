// The two small forms of signing in: labels and hints for their fields. The kit checks what is typed into them.
import { z } from 'zod'
import { signInPageText } from '#text/sign-in-pages.ts'

export const phoneForm = z.object({
  phone: z.string().max(40).meta({
    label: lang => signInPageText(lang).phone, hint: lang => signInPageText(lang).phoneHint, control: 'tel', autocomplete: 'tel',
  }),
})

export const codeForm = z.object({
  code: z.string().max(20).meta({
    label: lang => signInPageText(lang).code, hint: lang => signInPageText(lang).codeHint, control: 'tel', autocomplete: 'one-time-code',
  }),
})

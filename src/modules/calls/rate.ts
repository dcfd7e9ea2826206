// 谢谢: stars if one likes, and words that only the helper reads.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { subjectOf } from '#modules/calls/call.ts'
import { callId, receiptCode } from '#modules/calls/fields.ts'
import { callToChange } from '#modules/calls/find.ts'
import { mayNotCall } from '#modules/calls/may-not.ts'
import type { Actor } from '#modules/people/public.ts'
import { callText } from '#text/calls.ts'

const stars = Object.fromEntries([5, 4, 3, 2, 1].map(n => [String(n), (lang: 'zh' | 'en') => callText(lang).stars(n)]))

export const rateCallInput = z.strictObject({
  id: callId, receipt: receiptCode,
  stars: z.coerce.number().int().min(1).max(5).meta({ label: lang => callText(lang).rating, wrong: lang => callText(lang).ratingWrong, control: 'pick', choices: stars }),
  words: z.string().trim().max(300).default('').meta({ label: lang => callText(lang).thanks, hint: lang => callText(lang).thanksHint, control: 'textarea' }),
})

/** Once for each call. */
export const rateCall = action({
  name: 'calls.rate',
  summary: lang => callText(lang).summaryRate,
  input: rateCallInput,
  subject: (db, input, actor: Actor, { secrets }) => callToChange(db, actor, input, secrets),
  refuse: mayNotCall.rate,
  run: async (db, { subject: call, input, now }) => {
    await db.updateTable('call').set({
      stars: input.stars, thanks: input.words, rated_at: now.toString(),
    }).where('community_id', '=', db.community).where('id', '=', call.id).execute()
    return { subject: subjectOf(call), answer: { id: call.id }, facts: { stars: input.stars } }
  },
})

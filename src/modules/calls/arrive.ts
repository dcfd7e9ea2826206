// 到了: the helper says so; with the four digits that the caller reads out it is certain.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { TooOften } from '#kit/errors.ts'
import { doorCode, subjectOf } from '#modules/calls/call.ts'
import { confirmed } from '#modules/calls/confirmed.ts'
import { callId } from '#modules/calls/fields.ts'
import { callToChange } from '#modules/calls/find.ts'
import { helperIn, mayNotCall } from '#modules/calls/may-not.ts'
import type { Actor } from '#modules/people/public.ts'
import { callText } from '#text/calls.ts'

export const arriveInput = z.strictObject({
  id: callId,
  code: z.string().trim().regex(/^(\d{4})?$/u).default('').meta({
    label: lang => callText(lang).doorCode, hint: lang => callText(lang).doorCodeHint, wrong: lang => callText(lang).doorCodeWrong, autocomplete: 'off',
  }),
})

/** Four digits are soon tried out; the caller's own tap remains. */
const TRIES = { times: 5, seconds: 3600 }

/** Without the code it waits for the caller's tap. A wrong code says so and changes nothing. */
export const arriveAtCall = action({
  name: 'calls.arrive',
  summary: lang => callText(lang).summaryArrive,
  input: arriveInput,
  subject: (db, input, actor: Actor, { secrets }) => callToChange(db, actor, { id: input.id }, secrets),
  refuse: mayNotCall.arrive,
  run: async (db, { subject: call, input, actor, secrets, limits, now }) => {
    const helper = helperIn(actor, call)
    if (!helper) throw new Error('somebody arrives who does not go')
    if (input.code) {
      const { allowed, wait } = await limits.take(`${db.community} door ${call.id} ${helper.person_id}`, TRIES, now)
      if (!allowed) throw new TooOften(lang => callText(lang).tooManyCodes, wait)
      if (input.code !== doorCode(secrets, db.community, call.id)) throw invalid([{ field: 'code', reason: lang => callText(lang).doorCodeWrong }])
    }
    await db.updateTable('call_helper').set({ arrived_at: (helper.arrived_at ?? now).toString() })
      .where('community_id', '=', db.community).where('id', '=', helper.id).execute()
    const clocks = input.code ? await confirmed(db, call, [helper.id], 'code', now) : []
    return { subject: subjectOf(call), answer: { id: call.id, sure: input.code !== '' }, facts: { helper: helper.person_id, sure: input.code !== '', clocks } }
  },
})

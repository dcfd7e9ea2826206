// 人到了: the caller's tap, or a worker who phoned.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { subjectOf } from '#modules/calls/call.ts'
import { confirmed } from '#modules/calls/confirmed.ts'
import { callId, receiptCode } from '#modules/calls/fields.ts'
import { callToChange } from '#modules/calls/find.ts'
import { isCallers, mayNotCall } from '#modules/calls/may-not.ts'
import type { Actor } from '#modules/people/public.ts'
import { callText } from '#text/calls.ts'

/** Whoever said that he is at the door counts as there; where nobody said so, everybody who goes. */
export const confirmArrival = action({
  name: 'calls.confirmArrival',
  summary: lang => callText(lang).summaryConfirmArrival,
  input: z.strictObject({ id: callId, receipt: receiptCode }),
  subject: (db, input, actor: Actor, { secrets }) => callToChange(db, actor, input, secrets),
  refuse: mayNotCall.confirmArrival,
  run: async (db, { subject: call, actor, now }) => {
    const how = isCallers(actor, call) ? 'caller' : 'worker'
    const said = call.helpers.filter(helper => helper.arrived_at !== null && helper.confirmed_at === null)
    const there = said.length > 0 ? said : call.helpers
    const clocks = await confirmed(db, call, there.map(helper => helper.id), how, now)
    return { subject: subjectOf(call), answer: { id: call.id }, facts: { how, clocks } }
  },
})

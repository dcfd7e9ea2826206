// 不用来了: whoever called takes it back; those who were asked and who go hear it at once.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { subjectOf } from '#modules/calls/call.ts'
import { callId, receiptCode } from '#modules/calls/fields.ts'
import { callToChange } from '#modules/calls/find.ts'
import { mayNotCall } from '#modules/calls/may-not.ts'
import { endCall } from '#modules/calls/over.ts'
import type { Actor } from '#modules/people/public.ts'
import { callText } from '#text/calls.ts'

/** Ends the call without a reason: nobody has to explain. */
export const callOff = action({
  name: 'calls.callOff',
  summary: lang => callText(lang).summaryCallOff,
  input: z.strictObject({ id: callId, receipt: receiptCode }),
  subject: (db, input, actor: Actor, { secrets }) => callToChange(db, actor, input, secrets),
  refuse: mayNotCall.callOff,
  run: async (db, { subject: call, actor, now }) => {
    const clocks = await endCall(db, call, { how: 'called_off', by: actor.personId, now })
    return { subject: subjectOf(call), answer: { id: call.id }, facts: { urgent: call.urgent, clocks } }
  },
})

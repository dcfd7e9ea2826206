// 再来一个: one more helper is wanted, such as for carrying.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { subjectOf, untilAnew } from '#modules/calls/call.ts'
import { callId, receiptCode } from '#modules/calls/fields.ts'
import { callToChange } from '#modules/calls/find.ts'
import { mayNotCall } from '#modules/calls/may-not.ts'
import type { Actor } from '#modules/people/public.ts'
import { callText } from '#text/calls.ts'

/** Opens one more seat; those who were asked hear it, and the next ring opens at once. */
export const askMore = action({
  name: 'calls.askMore',
  summary: lang => callText(lang).summaryAskMore,
  input: z.strictObject({ id: callId, receipt: receiptCode }),
  subject: (db, input, actor: Actor, { secrets }) => callToChange(db, actor, input, secrets),
  refuse: mayNotCall.askMore,
  run: async (db, { subject: call, now }) => {
    await db.updateTable('call').set({ wanted: call.wanted + 1, next_at: now.toString(), until_at: untilAnew(call, now) })
      .where('community_id', '=', db.community).where('id', '=', call.id).execute()
    return { subject: subjectOf(call), answer: { id: call.id }, facts: { urgent: call.urgent, wanted: call.wanted + 1 } }
  },
})

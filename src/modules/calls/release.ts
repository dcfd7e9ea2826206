// 去不成了: whoever goes gives it back; those who were asked hear it, and the next ring opens at once.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { answerClock, subjectOf, untilAnew } from '#modules/calls/call.ts'
import { callId, reason } from '#modules/calls/fields.ts'
import { callToChange } from '#modules/calls/find.ts'
import { helperIn, mayNotCall } from '#modules/calls/may-not.ts'
import { keepTime, type ClockCommand } from '#modules/clocks/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { callText } from '#text/calls.ts'

/** Frees the seat. With nobody left who goes, the five minutes begin anew; the half hour to the door goes on from the call. */
export const releaseCall = action({
  name: 'calls.release',
  summary: lang => callText(lang).summaryRelease,
  input: z.strictObject({ id: callId, why: reason }),
  subject: (db, input, actor: Actor, { secrets }) => callToChange(db, actor, { id: input.id }, secrets),
  refuse: mayNotCall.release,
  run: async (db, { subject: call, actor, now }) => {
    const helper = helperIn(actor, call)
    await db.updateTable('call_helper').set({ released_at: now.toString() })
      .where('community_id', '=', db.community).where('id', '=', helper?.id ?? 0).execute()
    await db.updateTable('call').set({ next_at: now.toString(), until_at: untilAnew(call, now) }).where('community_id', '=', db.community).where('id', '=', call.id).execute()
    const again: ClockCommand[] = call.helpers.length > 1 ? [] : [answerClock(call.place.id)]
    return {
      subject: subjectOf(call), answer: { id: call.id },
      facts: { urgent: call.urgent, helper: actor.personId, clocks: await keepTime(db, subjectOf(call), now, again) },
    }
  },
})

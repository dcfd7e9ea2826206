// 我去: the first one wins, exactly once; everybody else hears that somebody goes.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { subjectOf } from '#modules/calls/call.ts'
import { callId } from '#modules/calls/fields.ts'
import { callToChange } from '#modules/calls/find.ts'
import { mayNotCall } from '#modules/calls/may-not.ts'
import { takeSeat } from '#modules/calls/take-seat.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { callText } from '#text/calls.ts'

/** Takes the call for the actor. Whoever comes later is refused with who goes. */
export const claimCall = action({
  name: 'calls.claim',
  summary: lang => callText(lang).summaryClaim,
  input: z.strictObject({ id: callId }),
  subject: (db, input, actor: Actor, { secrets }) => callToChange(db, actor, input, secrets),
  refuse: mayNotCall.claim,
  run: async (db, { subject: call, actor, now }) => {
    const person = actor.personId ?? 0
    const clocks = await takeSeat(db, call, { person, by: person, now, today: await localDay(db, now) })
    return { subject: subjectOf(call), answer: { id: call.id }, facts: { urgent: call.urgent, helper: person, clocks } }
  },
})

// 电话里应了: a worker phoned around and writes down who goes.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { subjectOf } from '#modules/calls/call.ts'
import { callId } from '#modules/calls/fields.ts'
import { callToChange } from '#modules/calls/find.ts'
import { mayNotCall } from '#modules/calls/may-not.ts'
import { takeSeat } from '#modules/calls/take-seat.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { callText } from '#text/calls.ts'

export const claimForInput = z.strictObject({
  id: callId, person: z.coerce.number().int().positive().meta({ label: lang => callText(lang).whoGoes, wrong: lang => callText(lang).whoGoesWrong }),
})

/** Takes the call for somebody who said so on the phone; he is told, too. */
export const claimCallFor = action({
  name: 'calls.claimFor',
  summary: lang => callText(lang).summaryClaimFor,
  input: claimForInput,
  subject: (db, input, actor: Actor, { secrets }) => callToChange(db, actor, { id: input.id }, secrets),
  refuse: mayNotCall.claimFor,
  run: async (db, { subject: call, input: { person }, actor, now }) => {
    const there = await db.selectFrom('person').select('id').where('community_id', '=', db.community).where('id', '=', person)
      .where('erased_at', 'is', null).executeTakeFirst()
    if (!there || person === call.caller_id || call.helpers.some(helper => helper.person_id === person)) {
      throw invalid([{ field: 'person', reason: lang => callText(lang).whoGoesWrong }])
    }
    const clocks = await takeSeat(db, call, { person, by: actor.personId ?? 0, now, today: await localDay(db, now) })
    return { subject: subjectOf(call), answer: { id: call.id }, facts: { urgent: call.urgent, helper: person, clocks } }
  },
})

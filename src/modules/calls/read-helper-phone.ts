// 给他打电话: whoever called sees the number of who goes, where that one agreed; written down each time.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { subjectOf } from '#modules/calls/call.ts'
import { callId, receiptCode } from '#modules/calls/fields.ts'
import { callToChange } from '#modules/calls/find.ts'
import { mayNotCall } from '#modules/calls/may-not.ts'
import { helperToPhone } from '#modules/calls/read-helper.ts'
import { noCall } from '#modules/calls/visible.ts'
import type { Actor } from '#modules/people/public.ts'
import { callText } from '#text/calls.ts'

/** Writes down whose number is looked at, never the number. Done before `helperPhone` is asked. Throws NotFound for who does not go. */
export const readHelperPhone = action({
  name: 'calls.readHelperPhone',
  summary: lang => callText(lang).summaryReadHelperPhone,
  input: z.strictObject({ id: callId, helper: z.coerce.number().int().positive().meta({ control: 'hidden' }), receipt: receiptCode }),
  subject: async (db, input, actor: Actor, { secrets }) => {
    const call = await callToChange(db, actor, input, secrets)
    const helper = await helperToPhone(db, input)
    if (!helper) throw noCall()
    return { call, helper }
  },
  refuse: (actor, { call, helper }) => mayNotCall.readHelperPhone(actor, call) ?? (helper.shares ? null : lang => callText(lang).notShared),
  run: async (_db, { subject: { call, helper } }) => ({ subject: subjectOf(call), answer: { id: call.id }, facts: { person: helper.person_id } }),
})

// 了结: whoever looks after the place says what became of a call that nobody answered, or that needs nobody any more.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { subjectOf } from '#modules/calls/call.ts'
import { callId } from '#modules/calls/fields.ts'
import { callToChange } from '#modules/calls/find.ts'
import { mayNotCall } from '#modules/calls/may-not.ts'
import { endCall } from '#modules/calls/over.ts'
import type { Actor } from '#modules/people/public.ts'
import { callText, endText } from '#text/calls.ts'

const HOWS = ['settled', 'unanswered'] as const

export const endCallInput = z.strictObject({
  id: callId,
  how: z.enum(HOWS).meta({
    label: lang => callText(lang).how, wrong: lang => callText(lang).howWrong, control: 'pick',
    choices: Object.fromEntries(HOWS.map(how => [how, (lang: 'zh' | 'en') => endText(lang)[how]])),
  }),
})

/** Ends it; whoever called is told. */
export const endCallHere = action({
  name: 'calls.end',
  summary: lang => callText(lang).summaryEnd,
  input: endCallInput,
  subject: (db, input, actor: Actor, { secrets }) => callToChange(db, actor, { id: input.id }, secrets),
  refuse: mayNotCall.end,
  run: async (db, { subject: call, input, actor, now }) => {
    const clocks = await endCall(db, call, { how: input.how, by: actor.personId, now })
    return { subject: subjectOf(call), answer: { id: call.id }, facts: { urgent: call.urgent, how: input.how, clocks } }
  },
})

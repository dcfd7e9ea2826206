// 发现的问题，立成事项: what a helper saw becomes a matter with its own clock.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { callId, receiptCode } from '#modules/calls/fields.ts'
import { callToChange } from '#modules/calls/find.ts'
import { mayNotCall } from '#modules/calls/may-not.ts'
import { KINDS, raiseInput, raiseMatter } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { callText } from '#text/calls.ts'
import { matterText } from '#text/matters.ts'

export const raiseFindingInput = z.strictObject({
  id: callId, receipt: receiptCode,
  kind: z.enum(KINDS).default('other'),
  text: z.string().trim().min(4).max(2000).meta({
    label: lang => callText(lang).finding, hint: lang => callText(lang).findingHint, wrong: lang => matterText(lang).textWrong, control: 'textarea',
  }),
})

/** Raises it in the very act, at the place of the call, so that a call leads to one matter only. */
export const raiseFinding = action({
  name: 'calls.raiseFinding',
  summary: lang => callText(lang).summaryRaiseFinding,
  input: raiseFindingInput,
  subject: (db, input, actor: Actor, { secrets }) => callToChange(db, actor, input, secrets),
  refuse: mayNotCall.raiseFinding,
  run: async (db, scene) => {
    const { subject: { id, place }, input: { kind, text } } = scene
    const { subject, answer, facts } = await raiseMatter.run(db, {
      ...scene, subject: { place, forAnother: false }, input: raiseInput.parse({ place: place.id, kind, text }),
    })
    await db.updateTable('call').set({ matter_id: answer.id }).where('community_id', '=', db.community).where('id', '=', id).execute()
    return { subject, answer: { id: answer.id }, facts: { ...facts, call: id } }
  },
})

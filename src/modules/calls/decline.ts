// 我去不了: whoever was asked says so; when all have, nobody waits for the clock.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { isWanted, subjectOf } from '#modules/calls/call.ts'
import { callId } from '#modules/calls/fields.ts'
import { callToChange } from '#modules/calls/find.ts'
import { mayNotCall } from '#modules/calls/may-not.ts'
import type { Actor } from '#modules/people/public.ts'
import { callText } from '#text/calls.ts'

/** Writes it down; told to nobody. */
export const declineCall = action({
  name: 'calls.decline',
  summary: lang => callText(lang).summaryDecline,
  input: z.strictObject({ id: callId }),
  subject: (db, input, actor: Actor, { secrets }) => callToChange(db, actor, input, secrets),
  refuse: mayNotCall.decline,
  run: async (db, { subject: call, actor, now }) => {
    const asked = () => db.selectFrom('call_asked').select('person_id').where('community_id', '=', db.community).where('call_id', '=', call.id)
    await db.updateTable('call_asked').set({ declined_at: now.toString() }).where('community_id', '=', db.community)
      .where('call_id', '=', call.id).where('person_id', '=', actor.personId ?? 0).execute()
    const waiting = await asked().where('declined_at', 'is', null).limit(1).executeTakeFirst()
    const sooner = !waiting && isWanted(call) && call.opened < call.rings.length
    if (sooner) await db.updateTable('call').set({ next_at: now.toString() }).where('community_id', '=', db.community).where('id', '=', call.id).execute()
    return { subject: subjectOf(call), answer: { id: call.id } }
  },
})

// 看求助人的电话: whoever goes there, and whoever phones around; written down each time.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import type { Secrets } from '#kit/secrets.ts'
import { subjectOf } from '#modules/calls/call.ts'
import { callId } from '#modules/calls/fields.ts'
import { callToChange } from '#modules/calls/find.ts'
import { mayNotCall } from '#modules/calls/may-not.ts'
import type { Actor } from '#modules/people/public.ts'
import { callText } from '#text/calls.ts'

/** Writes down that the number is looked at, never the number. Done before `callPhone` is asked. */
export const readCallPhone = action({
  name: 'calls.readPhone',
  summary: lang => callText(lang).summaryReadPhone,
  input: z.strictObject({ id: callId }),
  subject: (db, input, actor: Actor, { secrets }) => callToChange(db, actor, input, secrets),
  refuse: mayNotCall.readPhone,
  run: async (_db, { subject: call }) => ({ subject: subjectOf(call), answer: { id: call.id } }),
})

/** The number left with the call, else the caller's own; '' where there is none: for the answer to `readPhone`. */
export async function callPhone(db: Reader, secrets: Pick<Secrets, 'decrypt'>, id: number): Promise<string> {
  const found = await db.selectFrom('call')
    .leftJoin('person', join => join.onRef('person.community_id', '=', 'call.community_id').onRef('person.id', '=', 'call.caller_id').on('person.erased_at', 'is', null))
    .select(['call.phone_sealed as left', 'person.phone_sealed as own']).where('call.community_id', '=', db.community).where('call.id', '=', id).executeTakeFirst()
  const sealed = found?.left ?? found?.own ?? null
  return sealed === null ? '' : secrets.decrypt(sealed)
}

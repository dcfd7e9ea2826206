// A device takes no push any more.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { noticeText } from '#text/notices.ts'

/** Forgets one of the actor's own devices. */
export const removeDevice = action({
  name: 'notices.removeDevice',
  summary: lang => noticeText(lang).summaryRemoveDevice,
  input: z.strictObject({ id: z.coerce.number().int().positive() }),
  subject: async (_db, _input, actor: Actor) => actor.personId,
  refuse: signedOut,
  run: async (db, { actor, input }) => {
    await db.deleteFrom('notice_device').where('community_id', '=', db.community)
      .where('person_id', '=', actor.personId ?? 0).where('id', '=', input.id).execute()
    return { subject: `people/${actor.personId ?? 0}`, answer: { id: input.id } }
  },
})

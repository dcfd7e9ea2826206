// 还是提醒我: taken back as easily as it was said.
import { action } from '#kit/action.ts'
import { mutable, muteInput } from '#modules/notices/mute.ts'
import type { Actor } from '#modules/people/public.ts'
import { noticeText } from '#text/notices.ts'

/** The person hears of the matter again. */
export const unmuteMatter = action({
  name: 'notices.unmute',
  summary: lang => noticeText(lang).summaryUnmute,
  input: muteInput,
  subject: async (db, input, actor: Actor, { secrets }) => mutable(db, secrets, actor, input),
  refuse: (_actor, { refused }) => refused,
  run: async (db, { input }) => {
    await db.deleteFrom('notice_mute').where('community_id', '=', db.community)
      .where('person_id', '=', input.person).where('matter_id', '=', input.matter).execute()
    return { subject: `matters/${input.matter}`, answer: { id: input.matter }, facts: { person: input.person } }
  },
})

// 别再发邮件: the address goes, by one tap in any mail or on the page.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { notForYou } from '#modules/notices/mute.ts'
import type { Actor } from '#modules/people/public.ts'
import { noticeText } from '#text/notices.ts'

/** Forgets the person's mail address; `key` as in `notices.mute`. */
export const stopMail = action({
  name: 'notices.stopMail',
  summary: lang => noticeText(lang).summaryStopMail,
  input: z.strictObject({ person: z.coerce.number().int().positive(), key: z.string().max(40).default('') }),
  subject: async (db, { person, key }, actor: Actor, { secrets }) => notForYou(secrets, db.community, actor, { person, about: 'mail',
    key }),
  refuse: (_actor, refused) => refused,
  run: async (db, { input }) => {
    await db.updateTable('notice_choice').set({ mail_sealed: null, mail_confirmed_at: null })
      .where('community_id', '=', db.community).where('person_id', '=', input.person).execute()
    return { subject: `people/${input.person}`, answer: { id: input.person } }
  },
})

// 是我的邮箱: by the link that was sent there, signed in or not.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { mailSubject } from '#modules/notices/choice.ts'
import type { Actor } from '#modules/people/public.ts'
import { noticePageText, noticeText } from '#text/notices.ts'

/** Confirms the address that the person gave last; a link to an earlier one is of no use. */
export const confirmMail = action({
  name: 'notices.confirmMail',
  summary: lang => noticeText(lang).summaryConfirmMail,
  input: z.strictObject({ person: z.coerce.number().int().positive(), key: z.string().max(40) }),
  subject: async (db, input, _actor: Actor, { secrets }) => {
    const choice = await db.selectFrom('notice_choice').select('mail_sealed')
      .where('community_id', '=', db.community).where('person_id', '=', input.person).forUpdate().executeTakeFirst()
    const address = choice?.mail_sealed ? secrets.decrypt(choice.mail_sealed) : null
    return address !== null && input.key === secrets.receipt(mailSubject(db.community, input.person, address))
  },
  refuse: (_actor, signed) => signed ? null : lang => noticePageText(lang).oldLink,
  run: async (db, { input, now }) => {
    await db.updateTable('notice_choice').set({ mail_confirmed_at: now.toString() })
      .where('community_id', '=', db.community).where('person_id', '=', input.person).execute()
    return { subject: `people/${input.person}`, answer: { id: input.person } }
  },
})

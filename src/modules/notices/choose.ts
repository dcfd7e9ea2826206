// When a person wants to be told, and in which language.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { noticePageText, noticeText } from '#text/notices.ts'

const hour = z.coerce.number().int().min(0).max(23)

const chooseInput = z.strictObject({
  digestHour: hour.meta({ label: lang => noticePageText(lang).digestHour }),
  quietFrom: hour.meta({ label: lang => noticePageText(lang).quietFrom }),
  quietUntil: hour.meta({ label: lang => noticePageText(lang).quietUntil }),
  lang: z.enum(['zh', 'en']),
})

/** Sets the actor's own hours; the same hour twice means no quiet hours. */
export const chooseNotices = action({
  name: 'notices.choose',
  summary: lang => noticeText(lang).summaryChoose,
  input: chooseInput,
  subject: async (_db, _input, actor: Actor) => actor.personId,
  refuse: signedOut,
  run: async (db, { actor, input: { digestHour, quietFrom, quietUntil, lang } }) => {
    const chosen = { digest_hour: digestHour, quiet_from: quietFrom, quiet_until: quietUntil, lang }
    await db.insertInto('notice_choice').values({ community_id: db.community, person_id: actor.personId ?? 0, ...chosen })
      .onConflict(there => there.columns(['community_id', 'person_id']).doUpdateSet(chosen)).execute()
    return { subject: `people/${actor.personId ?? 0}`, answer: { id: actor.personId ?? 0 }, facts: { digestHour, quietFrom, quietUntil } }
  },
})

// A mail address, used only when its owner says by a link that it is his.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import { TooOften } from '#kit/errors.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { noticePageText, noticeText } from '#text/notices.ts'

/** How many confirming mails a person may ask for in a day: nobody else's letter box is to be filled. */
const A_DAY = 3
const DAY = Temporal.Duration.from({ hours: 24 })

export const giveMailInput = z.strictObject({
  mail: z.string().trim().max(200).pipe(z.email()).meta({
    label: lang => noticePageText(lang).mail, hint: lang => noticePageText(lang).mailHint, wrong: lang => noticePageText(lang).mailWrong,
      autocomplete: 'email',
  }),
  lang: z.enum(['zh', 'en']),
})

/** Keeps the address, sealed and unconfirmed, and has a link sent to it. Throws TooOften. */
export const giveMail = action({
  name: 'notices.giveMail',
  summary: lang => noticeText(lang).summaryGiveMail,
  input: giveMailInput,
  subject: (db, _input, actor: Actor, { now }) => checksSince(db, actor.personId ?? 0, now.subtract(DAY)),
  refuse: signedOut,
  run: async (db, { actor, input, subject: asked, secrets, now }) => {
    if (asked >= A_DAY) throw new TooOften(lang => noticePageText(lang).mailTooOften, 3600)
    const personId = actor.personId ?? 0
    const given = { mail_sealed: secrets.encrypt(input.mail), mail_confirmed_at: null, lang: input.lang }
    await db.insertInto('notice_choice').values({ community_id: db.community, person_id: personId, ...given })
      .onConflict(there => there.columns(['community_id', 'person_id']).doUpdateSet(given)).execute()
    await db.insertInto('delivery').values({
      community_id: db.community, key: `mail_check/${personId}/${now.toString()}/${asked}`, kind: 'mail_check', via: 'mail',
        person_id: personId,
      next_at: now.toString(), made_at: now.toString(),
    }).execute()
    return { subject: `people/${personId}`, answer: { id: personId } }
  },
})

// The row of the person is locked, so that ten requests at once do not each count nine.
async function checksSince(db: Reader, personId: number, since: Temporal.Instant): Promise<number> {
  await db.selectFrom('person').select('id').where('community_id', '=', db.community).where('id', '=', personId).forUpdate().execute()
  const { n } = await db.selectFrom('delivery').select(count => count.fn.countAll<number>().as('n'))
    .where('community_id', '=', db.community)
    .where('person_id', '=', personId).where('kind', '=', 'mail_check').where('made_at', '>', at(since)).executeTakeFirstOrThrow()
  return n
}

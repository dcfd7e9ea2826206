// 催办: whoever waits may ask once a day how it is going; those who handle it hear it at once.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import { TooOften } from '#kit/errors.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { receiptSubject } from '#modules/matters/matter.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { matterId, receiptCode } from '#modules/matters/words.ts'
import { takeTurn } from '#modules/moderation/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { workText } from '#text/work.ts'

/** How long the same person waits before urging again. */
const AGAIN = Temporal.Duration.from({ hours: 24 })

/** Tells those who handle a matter that somebody waits for it. Throws TooOften within a day. */
export const urgeMatter = action({
  name: 'matters.urge',
  summary: lang => workText(lang).summaryUrge,
  input: z.strictObject({ id: matterId, receipt: receiptCode }),
  subject: async (db, input, actor: Actor, { secrets, now }) => {
    const hasReceipt = input.receipt === secrets.receipt(receiptSubject(db.community, input.id))
    const matter = await matterToChange(db, actor, input.id, hasReceipt)
    return { matter, hasReceipt, waits: await follows(db, matter.id, actor), last: await lastUrged(db, matter.id, actor, now) }
  },
  refuse: (actor, { matter, waits, hasReceipt }) => mayNot.urge(actor, matter, waits, hasReceipt),
  run: async (db, { subject: { matter, last }, actor, limits, from, now }) => {
    await takeTurn(db, { limits, from, now }, actor, 'urge')
    if (last) throw new TooOften(lang => workText(lang).urgedToday, Math.ceil(last.add(AGAIN).since(now).total('seconds')))
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { step: matter.step } }
  },
})

async function follows(db: Reader, matter: number, actor: Actor): Promise<boolean> {
  if (actor.personId === null) return false
  const row = await db.selectFrom('matter_follower').select('person_id')
    .where('community_id', '=', db.community).where('matter_id', '=', matter).where('person_id', '=', actor.personId).executeTakeFirst()
  return row !== undefined
}

// The journal remembers who urged: no table of its own.
async function lastUrged(db: Reader, matter: number, actor: Actor, now: Temporal.Instant): Promise<Temporal.Instant | null> {
  const row = await db.selectFrom('journal').select('at')
    .where('community_id', '=', db.community).where('subject', '=', `matters/${matter}`).where('action', '=', 'matters.urge')
    .where('person_id', actor.personId === null ? 'is' : '=', actor.personId).where('at', '>', at(now.subtract(AGAIN)))
    .orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row?.at ?? null
}

// 提醒: a day before it begins, everybody who did not say no is reminded, once.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import { sessionByClock } from '#modules/councils/find.ts'
import { standOf } from '#modules/councils/session.ts'
import { which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'

/** How long before. */
const BEFORE = { hours: 24 }

/** Done by the clock. */
export const remindOfSession = action({
  name: 'councils.remind',
  summary: lang => sessionText(lang).summaryRemind,
  input: z.strictObject({ id: which }),
  subject: async (db, input, _actor: Actor, { now }) => ({ session: await sessionByClock(db, input.id), due: (await sessionsToRemind(db, now)).includes(input.id) }),
  // Another process was faster, or it was moved meanwhile.
  refuse: (_actor, { session, due }) => due && standOf(session) === 'called' ? null : lang => sessionText(lang).remindedAlready,
  run: async (db, { subject: { session }, now }) => {
    await db.updateTable('council_session').set({ reminded_at: now.toString() }).where('community_id', '=', db.community).where('id', '=', session.id).execute()
    return { subject: `sessions/${session.id}`, answer: { id: session.id } }
  },
})

/** The sessions that begin within a day and of which nobody was reminded. One that was convened for today needs no reminder: the invitation is one. */
export async function sessionsToRemind(db: Reader, now: Temporal.Instant): Promise<number[]> {
  const rows = await db.selectFrom('council_session').select(['id', 'begins_at', 'convened_at', 'changed_at']).where('community_id', '=', db.community)
    .where('cancelled_at', 'is', null).where('opened_at', 'is', null).where('reminded_at', 'is', null)
    .where('begins_at', '>', at(now)).where('begins_at', '<=', at(now.add(BEFORE))).orderBy('id').execute()
  return rows.filter(({ begins_at, changed_at }) => Temporal.Instant.compare(changed_at.add(BEFORE), begins_at) < 0).map(row => row.id)
}

// 到时间，收问计: by the clock, never by a person.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import { isOpen } from '#modules/opinions/conversation.ts'
import { end } from '#modules/opinions/end.ts'
import { conversationByClock } from '#modules/opinions/find.ts'
import type { Actor } from '#modules/people/public.ts'
import { closeText, opinionText } from '#text/opinions.ts'

/** Ends one whose time has come. Refused before its time, and where another process was faster. */
export const finishConversation = action({
  name: 'opinions.finish',
  summary: lang => closeText(lang).summaryFinish,
  input: z.strictObject({ id: z.number().int().positive() }),
  subject: (db, input, _actor: Actor) => conversationByClock(db, input.id),
  refuse: (_actor, conversation, now) => conversation.ended_at === null && !isOpen(conversation, now) ? null : lang => opinionText(lang).notOver,
  run: (db, { subject, now }) => end(db, subject, now),
})

/** The conversations whose time has come. */
export async function conversationsToFinish(db: Reader, now: Temporal.Instant): Promise<number[]> {
  const found = await db.selectFrom('conversation').select('id').where('community_id', '=', db.community)
    .where('ended_at', 'is', null).where('closes_at', '<=', at(now)).orderBy('id').limit(100).execute()
  return found.map(({ id }) => id)
}

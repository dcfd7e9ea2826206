// 结束问计: before its time, by whoever opened it or the secretary.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { mayNotClose } from '#modules/opinions/conversation.ts'
import { end } from '#modules/opinions/end.ts'
import { numberOf } from '#modules/opinions/fields.ts'
import { conversationToEnd } from '#modules/opinions/find.ts'
import type { Actor } from '#modules/people/public.ts'
import { closeText } from '#text/opinions.ts'

/** Ends it now, for good. */
export const closeConversation = action({
  name: 'opinions.close',
  summary: lang => closeText(lang).summary,
  input: z.strictObject({ id: numberOf }),
  subject: (db, input, actor: Actor) => conversationToEnd(db, actor, input.id),
  refuse: mayNotClose,
  run: (db, { subject, now }) => end(db, subject, now),
})

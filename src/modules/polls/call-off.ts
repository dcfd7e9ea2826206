// 取消投票: a poll that asked the wrong thing ends without a result, with a reason; what was cast is gone.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import type { Actor } from '#modules/people/public.ts'
import { loosen } from '#modules/polls/close.ts'
import { mayNotCallOff } from '#modules/polls/may-not.ts'
import { noPoll, pollsSeen } from '#modules/polls/read.ts'
import { askText } from '#text/ballots.ts'

export const callOffPollInput = z.strictObject({
  id: z.coerce.number().int().positive().meta({ control: 'hidden' }),
  why: z.string().trim().min(2).max(200).meta({ label: lang => askText(lang).why, wrong: lang => askText(lang).whyWrong }),
})

/** Calls it off, as whoever opened it, or the secretary. */
export const callOffPoll = action({
  name: 'polls.callOff',
  summary: lang => askText(lang).summaryOff,
  input: callOffPollInput,
  subject: (db, input, actor: Actor) => pollToCallOff(db, actor, input.id),
  refuse: mayNotCallOff,
  run: async (db, { subject: { id }, input, now }) => {
    await db.updateTable('poll').set({ called_off_why: input.why }).where('community_id', '=', db.community).where('id', '=', id).execute()
    await loosen(db, { id, secret: true }, now)
    return { subject: `polls/${id}`, answer: { id } }
  },
})

async function pollToCallOff(db: Reader, actor: Actor, id: number) {
  const found = await pollsSeen(db, actor).where('poll.id', '=', id).select(['poll.id', 'poll.opened_by', 'poll.ended_at',
    'poll.closes_at'])
    .forUpdate('poll').executeTakeFirst()
  if (!found) throw noPoll()
  return found
}

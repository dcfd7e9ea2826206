// 请假: somebody asks to be let off his turn. No reason is asked for.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { Refused } from '#kit/errors.ts'
import { mayNotLeave } from '#modules/duty/duty.ts'
import { turnFound } from '#modules/duty/find.ts'
import { which } from '#modules/duty/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { dutyText } from '#text/duty.ts'

/** Asks once for each turn; it stays his until the leader agrees. */
export const askLeave = action({
  name: 'duty.askLeave',
  summary: lang => dutyText(lang).summaryAskLeave,
  input: z.strictObject({ id: which }),
  subject: (db, input, actor: Actor) => turnFound(db, actor, input.id),
  refuse: mayNotLeave,
  run: async (db, { subject: turn, now }) => {
    const made = await db.insertInto('duty_leave').values({ community_id: db.community, turn_id: turn.id, asked_at: now.toString() })
      .onConflict(twice => twice.doNothing()).returning('id').executeTakeFirst()
    if (!made) throw new Refused(lang => dutyText(lang).asked)
    return { subject: `duty/${turn.roster_id}`, answer: { id: made.id }, facts: { turn: turn.id } }
  },
})

// 忘掉重来: the secretary lets the router forget what workers' corrections have taught it.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { lacks, type Actor } from '#modules/people/public.ts'
import { proposalsText } from '#text/router.ts'

/** Only proposals change: no matter does, and who decided what stays written. */
export const forgetLessons = action({
  name: 'matters.forgetLessons',
  summary: lang => proposalsText(lang).summaryForget,
  input: z.strictObject({}),
  subject: async (_db, _input, _actor: Actor) => null,
  refuse: mayNotForget,
  run: async (db, { actor, now }) => {
    const { id } = await db.insertInto('lesson_reset')
      .values({ community_id: db.community, reset_by: actor.personId ?? 0, at: now.toString() }).returning('id').executeTakeFirstOrThrow()
    return { subject: 'proposals', answer: { id } }
  },
})

/** Why the actor may not let the router forget, or null. The same post sees how good its proposals are. */
export function mayNotForget(actor: Actor) {
  return lacks(actor, 'change method', null)
}

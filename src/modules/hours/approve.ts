// 通过时数: a second person says that it was so; from then on it counts, in the ledger and in the five figures.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { Refused } from '#kit/errors.ts'
import { say, which } from '#modules/hours/fields.ts'
import { servingToChange } from '#modules/hours/find.ts'
import { post } from '#modules/hours/ledger.ts'
import { mayNotApprove } from '#modules/hours/may-not.ts'
import { countedTwice, holdHours } from '#modules/hours/twice.ts'
import { twiceSaid } from '#modules/hours/written.ts'
import type { Actor } from '#modules/people/public.ts'

/** Approves and posts. Refused where somebody's time counts already, with which serving. */
export const approveHours = action({
  name: 'hours.approve',
  summary: say('summaryApprove'),
  input: z.strictObject({ id: which }),
  subject: (db, input, _actor: Actor) => servingToChange(db, input.id),
  refuse: mayNotApprove,
  run: async (db, { subject: { id, project, shares, people }, actor, now }) => {
    await holdHours(db, people)
    const twice = await countedTwice(db, shares.filter(({ minutes }) => minutes > 0))
    if (twice) throw new Refused(twiceSaid(twice))
    const by = actor.personId ?? 0
    await db.updateTable('serving').set({ approved_by: by, approved_at: now.toString() })
      .where('community_id', '=', db.community).where('id', '=', id).execute()
    await post(db, { serving: id, project: project.id, by, now }, shares)
    const minutes = shares.reduce((sum, share) => sum + share.minutes, 0)
    return { subject: `servings/${id}`, answer: { id, minutes }, facts: { project: project.id, minutes } }
  },
})

// 划掉一笔: a sum that was written down wrong stops counting and stays to be seen, with who struck it and why.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { NotFound } from '#kit/errors.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { matterId, words } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { costsText } from '#text/work-more.ts'

export const strikeCostInput = z.strictObject({
  id: matterId,
  cost: z.coerce.number().int().positive().meta({ control: 'hidden' }),
  why: words(lang => costsText(lang).strikeWhy, lang => costsText(lang).strikeHint),
})

/** Strikes a cost out. Throws NotFound when it is not of this matter or struck already. */
export const strikeCost = action({
  name: 'matters.strikeCost',
  summary: lang => costsText(lang).summaryStrike,
  input: strikeCostInput,
  subject: (db, input, actor: Actor) => matterToChange(db, actor, input.id),
  refuse: mayNot.handle,
  run: async (db, { subject: matter, input, actor, now }) => {
    const struck = await db.updateTable('matter_cost').set({ struck_at: now.toString(), struck_by: actor.personId, struck_why: input.why })
      .where('community_id', '=', db.community).where('matter_id', '=', matter.id).where('id', '=', input.cost).where('struck_at', 'is', null)
      .returning('cents').executeTakeFirst()
    if (!struck) throw new NotFound(lang => costsText(lang).notHere)
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { cost: input.cost, cents: struck.cents } }
  },
})

// 办妥一户: of many households, one has what it waited for; it can be taken back.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { NotFound } from '#kit/errors.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { matterId } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { homesText } from '#text/work-more.ts'

/** Says that the matter is settled for one home, or (settled: false) that it is not. */
export const settleHome = action({
  name: 'matters.settleHome',
  summary: lang => homesText(lang).summarySettle,
  input: z.strictObject({ id: matterId, home: z.coerce.number().int().positive(), settled: z.boolean().default(true) }),
  subject: (db, input, actor: Actor) => matterToChange(db, actor, input.id),
  refuse: mayNot.handle,
  run: async (db, { subject: matter, input, now }) => {
    const found = await db.selectFrom('matter_home').select('settled_at').where('community_id', '=', db.community)
      .where('matter_id', '=', matter.id).where('home_id', '=', input.home)
      .executeTakeFirstOrThrow(() => new NotFound(lang => homesText(lang).notHere))
    if (input.settled !== (found.settled_at !== null)) {
      await db.updateTable('matter_home').set({ settled_at: input.settled ? now.toString() : null }).where('community_id', '=', db.community)
        .where('matter_id', '=', matter.id).where('home_id', '=', input.home).execute()
    }
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { home: input.home, settled: input.settled } }
  },
})

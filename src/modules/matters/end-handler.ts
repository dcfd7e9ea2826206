// 协办结束: a co-handler is not needed any longer, or cannot help; who it was stays on record.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { notHere } from '#modules/matters/visible.ts'
import { matterId } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { handlersText } from '#text/work-more.ts'

/** Ends a co-handler's part, by its id; ending twice is ending once. Throws NotFound when it is not of this matter. */
export const endHandler = action({
  name: 'matters.endHandler',
  summary: lang => handlersText(lang).summaryEnd,
  input: z.strictObject({ id: matterId, handler: z.coerce.number().int().positive() }),
  subject: async (db, input, actor: Actor) => {
    const matter = await matterToChange(db, actor, input.id)
    const handler = await db.selectFrom('matter_handler').select(['id', 'person_id', 'organisation_id', 'ended_at'])
      .where('community_id', '=', db.community).where('matter_id', '=', matter.id).where('id', '=', input.handler).executeTakeFirst()
    if (!handler) throw notHere()
    return { matter, handler }
  },
  refuse: (actor, { matter }) => mayNot.handle(actor, matter),
  run: async (db, { subject: { matter, handler }, now }) => {
    await db.updateTable('matter_handler').set({ ended_at: now.toString() })
      .where('community_id', '=', db.community).where('id', '=', handler.id).where('ended_at', 'is', null).execute()
    const { person_id: person, organisation_id: organisation } = handler
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { person, organisation } }
  },
})

// 做完一件活: by its owner, or by whoever handles the matter; it can be taken back.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { NotFound } from '#kit/errors.ts'
import type { Said } from '#kit/phrase.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { isOne, type Matter } from '#modules/matters/matter.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { matterId } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { tasksText } from '#text/work-more.ts'

/** Says that a task is done, or (done: false) that it is not; saying it twice is saying it once. */
export const finishTask = action({
  name: 'matters.finishTask',
  summary: lang => tasksText(lang).summaryFinish,
  input: z.strictObject({ id: matterId, task: z.coerce.number().int().positive(), done: z.boolean().default(true) }),
  subject: async (db, input, actor: Actor) => {
    const matter = await matterToChange(db, actor, input.id)
    const task = await db.selectFrom('matter_task').select(['id', 'owner_id', 'organisation_id', 'done_at'])
      .where('community_id', '=', db.community).where('matter_id', '=', matter.id).where('id', '=', input.task)
      .executeTakeFirstOrThrow(() => new NotFound(lang => tasksText(lang).notHere))
    return { matter, task, own: isOne(actor, { person_id: task.owner_id, organisation_id: task.organisation_id }) }
  },
  refuse: (actor, { matter, own }) => mayNotFinish(actor, matter, own),
  run: async (db, { subject: { matter, task }, input, actor, now }) => {
    if (input.done !== (task.done_at !== null)) {
      await db.updateTable('matter_task').set(input.done ? { done_at: now.toString(), done_by: actor.personId } : { done_at: null, done_by: null })
        .where('community_id', '=', db.community).where('id', '=', task.id).execute()
    }
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { task: task.id, done: input.done } }
  },
})

/** Why the actor may not finish a task, or null; `own`: he or his organisation has it. */
export function mayNotFinish(actor: Actor, matter: Matter, own: boolean): Said | null {
  const reason = mayNot.handle(actor, matter)
  return reason === null || !own ? reason : mayNot.handle(actor, { ...matter, handlers: [...matter.handlers, { person_id: actor.personId, organisation_id: null }] })
}

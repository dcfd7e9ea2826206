// 做完了: by whoever has the task, or whoever keeps the minutes. A task of a matter is finished on the matter.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { NotFound } from '#kit/errors.ts'
import { isOwnSeat, sessionToChange } from '#modules/councils/find.ts'
import { keeps } from '#modules/councils/session.ts'
import { which } from '#modules/councils/words.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'

/** Says that it is done, or (done: false) that it is not. */
export const finishSessionTask = action({
  name: 'councils.finishTask',
  summary: lang => sessionText(lang).summaryFinishTask,
  input: z.strictObject({ id: which, task: which, done: z.boolean().default(true) }),
  subject: async (db, input, actor: Actor) => {
    const session = await sessionToChange(db, actor, input.id)
    const task = await db.selectFrom('session_task').select(['id', 'owner_id as person_id', 'organisation_id'])
      .where('community_id', '=', db.community).where('session_id', '=', session.id).where('id', '=', input.task).where('matter_task_id', 'is', null)
      .executeTakeFirst()
    if (!task) throw new NotFound(lang => sessionText(lang).noTask)
    return { session, task }
  },
  refuse: (actor, { session, task }) => signedOut(actor) ?? (isOwnSeat(actor, task) || keeps(actor, session) ? null : lang => sessionText(lang).notYourTask),
  run: async (db, { subject: { session, task }, input: { done }, now }) => {
    await db.updateTable('session_task').set({ done_at: done ? now.toString() : null }).where('community_id', '=', db.community).where('id', '=', task.id).execute()
    return { subject: `sessions/${session.id}`, answer: { id: session.id }, facts: { task: task.id, done } }
  },
})

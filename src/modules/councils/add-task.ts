// 分工: who does what by when. About a matter it becomes a task of that matter, and is finished there.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { sessionToChange, topicOf, whoIsMeant } from '#modules/councils/find.ts'
import { mayNot } from '#modules/councils/session.ts'
import { maybe, somebody, which } from '#modules/councils/words.ts'
import { giveTask } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'
import { tasksText } from '#text/work-more.ts'

export const addSessionTaskInput = z.strictObject({
  id: which, topic: which,
  title: z.string().trim().min(2).max(100).meta({ label: lang => tasksText(lang).what, hint: lang => tasksText(lang).whatHint, wrong: lang => tasksText(lang).whatWrong }),
  ...somebody,
  due: maybe(z.iso.date()).meta({ label: lang => tasksText(lang).due, control: 'date' }),
})

/** Gives somebody a task; he is told. A topic with several matters gives it to the first of them. */
export const addSessionTask = action({
  name: 'councils.addTask',
  summary: lang => sessionText(lang).summaryAddTask,
  input: addSessionTaskInput,
  subject: async (db, input, actor: Actor) => {
    const session = await sessionToChange(db, actor, input.id)
    return { session, topic: await topicOf(db, session.id, input.topic) }
  },
  refuse: (actor, { session }) => mayNot.keep(actor, session),
  run: async (db, { subject: { session, topic }, input: { title, due, ...asked }, actor, now }) => {
    const { person_id, organisation_id } = await whoIsMeant(db, asked)
    const made = { title, owner_id: person_id, organisation_id, due_on: due, made_by: actor.personId ?? 0, made_at: now.toString() }
    const about = await db.selectFrom('session_topic_matter').select('matter_id')
      .where('community_id', '=', db.community).where('topic_id', '=', topic.id).orderBy('matter_id').limit(1).executeTakeFirst()
    const { id: task } = await db.insertInto('session_task').values({
      community_id: db.community, session_id: session.id, topic_id: topic.id, ...made,
      matter_task_id: about ? await giveTask(db, { matter: about.matter_id, ...made }) : null,
    }).returning('id').executeTakeFirstOrThrow()
    const facts = { task, person: person_id, organisation: organisation_id, due, about: about?.matter_id ?? null }
    return { subject: `sessions/${session.id}`, answer: { id: session.id, task }, facts }
  },
})

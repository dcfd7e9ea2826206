// 分下去: one piece of the work, with its owner and its day; also a milestone, or what an outside office does.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { doer } from '#modules/matters/doer.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { handlerIn } from '#modules/matters/hand-on.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { matterId } from '#modules/matters/words.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { tasksText } from '#text/work-more.ts'

const owner = z.coerce.number().int().positive().optional().meta({ label: lang => tasksText(lang).owner })

export const addTaskInput = z.strictObject({
  id: matterId,
  title: z.string().trim().min(2).max(100).meta({
    label: lang => tasksText(lang).what, hint: lang => tasksText(lang).whatHint, wrong: lang => tasksText(lang).whatWrong,
  }),
  person: owner,
  organisation: owner,
  due: z.union([z.literal('').transform(() => null), z.iso.date()]).nullable().default(null).meta({ label: lang => tasksText(lang).due, control: 'date' }),
})

/** Adds a task; without an owner it is for whoever handles the matter. */
export const addTask = action({
  name: 'matters.addTask',
  summary: lang => tasksText(lang).summaryAdd,
  input: addTaskInput,
  subject: (db, input, actor: Actor) => matterToChange(db, actor, input.id),
  refuse: mayNot.handle,
  run: async (db, { subject: matter, input, actor, now }) => {
    const nobody = input.person === undefined && input.organisation === undefined
    const { person, organisation } = nobody ? { person: null, organisation: null } : await handlerIn(db, input, await localDay(db, now))
    const { id: task } = await db.insertInto('matter_task').values({
      community_id: db.community, matter_id: matter.id, title: input.title, owner_id: person, organisation_id: organisation,
      due_on: input.due, made_by: doer(actor), made_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    const facts = { task, person, organisation: person === null ? organisation : null, due: input.due }
    return { subject: `matters/${matter.id}`, answer: { id: matter.id, task }, facts }
  },
})

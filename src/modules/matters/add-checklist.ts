// 清单: what is always to be done (after a typhoon, at a hand-over between companies) becomes tasks, in its order.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { doer } from '#modules/matters/doer.ts'
import { matterToMove } from '#modules/matters/find.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { matterId } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { tasksText } from '#text/work-more.ts'

export const addChecklistInput = z.strictObject({
  id: matterId,
  checklist: z.string().max(30).meta({ label: lang => tasksText(lang).whichList }),
})

/** Adds the tasks of one of the method's checklists, once. */
export const addChecklist = action({
  name: 'matters.addChecklist',
  summary: lang => tasksText(lang).summaryChecklist,
  input: addChecklistInput,
  subject: (db, input, actor: Actor) => matterToMove(db, actor, input.id),
  refuse: mayNot.handle,
  run: async (db, { subject: matter, input, actor, now }) => {
    const { checklist } = input
    const list = Object.hasOwn(matter.method.checklists, checklist) ? matter.method.checklists[checklist] : undefined
    if (!list) throw invalid([{ field: 'checklist', reason: lang => tasksText(lang).noSuchList }])
    const there = await db.selectFrom('matter_task').select('id').where('community_id', '=', db.community)
      .where('matter_id', '=', matter.id).where('checklist', '=', checklist).limit(1).executeTakeFirst()
    if (there) throw invalid([{ field: 'checklist', reason: lang => tasksText(lang).listThere }])
    await db.insertInto('matter_task').values(list.items.map((item, position) => ({
      community_id: db.community, matter_id: matter.id, title: item.zh, checklist, position, made_by: doer(actor), made_at: now.toString(),
    }))).execute()
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { checklist, tasks: list.items.length } }
  },
})

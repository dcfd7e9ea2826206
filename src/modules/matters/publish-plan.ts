// 公布方案: what is done, by whom, by when and for how much; on the day after the neighbours were asked (S3-28).
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { say } from '#modules/matters/say.ts'
import { matterId, words } from '#modules/matters/words.ts'
import { optionalYuan } from '#modules/matters/money.ts'
import type { Actor } from '#modules/people/public.ts'
import { costsText, planText } from '#text/work-more.ts'

export const publishPlanInput = z.strictObject({
  id: matterId,
  text: words(lang => planText(lang).what),
  who: z.string().trim().min(2).max(60).meta({ label: lang => planText(lang).who, wrong: lang => planText(lang).whoWrong }),
  due: z.iso.date().meta({ label: lang => planText(lang).due, wrong: lang => planText(lang).dueWrong, control: 'date' }),
  yuan: optionalYuan.meta({ label: lang => planText(lang).money, hint: lang => planText(lang).moneyHint, wrong: lang => costsText(lang).amountWrong }),
})

/** Publishes the plan; the newest one holds, earlier ones stay on the trail. */
export const publishPlan = action({
  name: 'matters.publishPlan',
  summary: lang => planText(lang).summaryPublish,
  input: publishPlanInput,
  subject: (db, input, actor: Actor) => matterToChange(db, actor, input.id),
  refuse: mayNot.handle,
  run: async (db, { subject: matter, input, actor, now }) => {
    const note = await say(db, { matter: matter.id, kind: 'plan', step: matter.step, text: input.text, by: actor.personId, now })
    await db.insertInto('matter_plan')
      .values({ community_id: db.community, note_id: note, matter_id: matter.id, who: input.who, due_on: input.due, cents: input.yuan }).execute()
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { due: input.due, cents: input.yuan } }
  },
})

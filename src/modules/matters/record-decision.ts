// 写下决定: what was decided, by whom and how; a ballot of the owners has its own way.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { say } from '#modules/matters/say.ts'
import { matterId, words } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { planText } from '#text/work-more.ts'

export const recordDecisionInput = z.strictObject({
  id: matterId, text: words(lang => planText(lang).decision, lang => planText(lang).decisionHint),
})

/** Records a decision on the trail, for everybody to see. */
export const recordDecision = action({
  name: 'matters.recordDecision',
  summary: lang => planText(lang).summaryDecide,
  input: recordDecisionInput,
  subject: (db, input, actor: Actor) => matterToChange(db, actor, input.id),
  refuse: mayNot.handle,
  run: async (db, { subject: matter, input, actor, now }) => {
    await say(db, { matter: matter.id, kind: 'decision', step: matter.step, text: input.text, by: actor.personId, now })
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { step: matter.step } }
  },
})

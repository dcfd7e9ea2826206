// 拿下: taken down for one of five reasons. Its author and those inside still see it; whoever wrote it may appeal once.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { keepTime } from '#modules/clocks/public.ts'
import { caseToJudge, refuseJudging } from '#modules/matters/cases.ts'
import { caseId, judge } from '#modules/matters/judge.ts'
import { REASONS } from '#modules/moderation/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { moderationText, reasonText } from '#text/moderation.ts'

/** The reasons as a form offers them. */
export const reasonChoices = Object.fromEntries(REASONS.map(reason => [reason, (lang: 'zh' | 'en') => reasonText(lang)[reason]]))

export const hideInput = z.strictObject({
  id: caseId,
  reason: z.enum(REASONS).meta({
    label: lang => moderationText(lang).reason, wrong: lang => moderationText(lang).reasonWrong, control: 'pick', choices: reasonChoices,
  }),
  words: z.string().trim().max(500).default('').meta({
    label: lang => moderationText(lang).hideWords, hint: lang => moderationText(lang).hideHint, control: 'textarea',
  }),
})

/** Takes it down. The clocks of a matter stand still. */
export const hideCase = action({
  name: 'matters.hide',
  summary: lang => moderationText(lang).summaryHide,
  input: hideInput,
  subject: (db, input, actor: Actor) => caseToJudge(db, actor, input.id),
  refuse: refuseJudging,
  run: async (db, { subject: found, input: { reason, words }, actor, now }) => {
    const { one, matter } = found
    const facts = await judge(db, found, { verdict: 'hidden', by: actor, reason, words }, 'hidden', now)
    const clocks = one.kind === 'matter' ? await keepTime(db, `matters/${matter.id}`, now, [{ do: 'pause' }]) : []
    return { subject: `matters/${matter.id}`, answer: { id: one.id }, facts: { ...facts, clocks } }
  },
})

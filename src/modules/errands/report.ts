// 这条不合适: everybody who signed in may point at what does not belong here.
import { action } from '#kit/action.ts'
import { oneInput } from '#modules/errands/fields.ts'
import { errandToChange } from '#modules/errands/find.ts'
import { mayNot } from '#modules/errands/may-not.ts'
import { takeTurn } from '#modules/moderation/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { errandText } from '#text/errands.ts'

/** Asks whoever looks after the place to look at it; it stays where it is until then. Throws TooOften. */
export const reportErrand = action({
  name: 'errands.report',
  summary: lang => errandText(lang).summaryReport,
  input: oneInput,
  subject: (db, input, actor: Actor) => errandToChange(db, actor, input.id),
  refuse: mayNot.report,
  run: async (db, { subject: errand, actor, limits, from, now }) => {
    await takeTurn(db, { limits, from, now }, actor, 'report')
    return { subject: `errands/${errand.id}`, answer: { id: errand.id } }
  },
})

// 连起来: two matters have to do with each other; each shows the other to those who may see it.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { bothToChange } from '#modules/matters/both.ts'
import { doer } from '#modules/matters/doer.ts'
import { mayNot } from '#modules/matters/may-not.ts'
import { matterId } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { linksText } from '#text/work-more.ts'

export const linkInput = z.strictObject({
  id: matterId,
  other: z.coerce.number().int().positive().meta({ label: lang => linksText(lang).other, wrong: lang => linksText(lang).intoWrong }),
})

/** Links two matters; linking twice is linking once, from whichever side. */
export const linkMatters = action({
  name: 'matters.link',
  summary: lang => linksText(lang).summaryLink,
  input: linkInput,
  subject: (db, input, actor: Actor) => {
    if (input.id === input.other) throw invalid([{ field: 'other', reason: lang => linksText(lang).linkItself }])
    return bothToChange(db, actor, { ...input, field: 'other', wrong: lang => linksText(lang).intoWrong })
  },
  refuse: (actor, { matter }) => mayNot.handle(actor, matter),
  run: async (db, { subject: { matter, other }, actor, now }) => {
    // Always from the lower number to the higher, as a split is.
    await db.insertInto('matter_link').values({
      community_id: db.community, matter_id: Math.min(matter.id, other.id), other_id: Math.max(matter.id, other.id),
      kind: 'related', person_id: doer(actor), at: now.toString(),
    }).onConflict(there => there.doNothing()).execute()
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { other: other.id } }
  },
})

// 举报: somebody asks for a look at a matter, a note, a photo or the words of a rating. However many ask, only a look takes something down.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { reasonChoices } from '#modules/matters/hide.ts'
import { receiptSubject } from '#modules/matters/matter.ts'
import { thingFields, thingOf } from '#modules/matters/thing.ts'
import { matterId, receiptCode } from '#modules/matters/words.ts'
import { openCase, REASONS, takeTurn } from '#modules/moderation/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { reportText } from '#text/moderation-author.ts'

export const reportInput = z.strictObject({
  id: matterId,
  receipt: receiptCode,
  ...thingFields,
  reason: z.enum(REASONS).meta({ label: lang => reportText(lang).reason, wrong: lang => reportText(lang).reasonWrong, control: 'pick', choices: reasonChoices }),
  words: z.string().trim().max(500).default('').meta({ label: lang => reportText(lang).words, hint: lang => reportText(lang).wordsHint, control: 'textarea' }),
})

/** Puts it before whoever judges. Reporting twice is reporting once. Throws TooOften. */
export const reportThing = action({
  name: 'matters.report',
  summary: lang => reportText(lang).summary,
  input: reportInput,
  subject: async (db, input, actor: Actor, { secrets }) => {
    const hasReceipt = input.receipt === secrets.receipt(receiptSubject(db.community, input.id))
    const matter = await matterToChange(db, actor, input.id, hasReceipt)
    return { matter, thing: await thingOf(db, actor, matter, input) }
  },
  refuse: (_actor, { matter }) => matter.withdrawn_at ? lang => reportText(lang).noSuch : null,
  run: async (db, { subject: { matter, thing }, input: { reason, words }, actor, limits, from, now }) => {
    await takeTurn(db, { limits, from, now }, actor, 'report')
    const id = await openCase(db, { matter: matter.id, kind: thing.kind, thing: thing.id, causes: ['reported'], author: thing.author_id }, now)
    await db.insertInto('moderation_report').values({
      community_id: db.community, case_id: id, person_id: actor.personId, reason, words: words || null, at: now.toString(),
    }).onConflict(twice => twice.columns(['community_id', 'case_id', 'person_id']).doNothing()).execute()
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { thing: thing.kind, of: thing.id, reason } }
  },
})

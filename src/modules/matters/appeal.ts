// 不服，请别人再看: once, and somebody else looks.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { matterToChange } from '#modules/matters/find.ts'
import { receiptSubject, type Matter } from '#modules/matters/matter.ts'
import { openCaseOf } from '#modules/matters/own-cases.ts'
import { thingFields, thingOf, type Thing } from '#modules/matters/thing.ts'
import { matterId, receiptCode, words } from '#modules/matters/words.ts'
import { openCase, takeTurn } from '#modules/moderation/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { authorText } from '#text/moderation-author.ts'

export const appealInput = z.strictObject({
  id: matterId, receipt: receiptCode, ...thingFields, words: words(lang => authorText(lang).appealWords, lang => authorText(lang).appealHint),
})

/** Appeals against the last judgement of one's own. */
export const appealJudgement = action({
  name: 'matters.appeal',
  summary: lang => authorText(lang).summaryAppeal,
  input: appealInput,
  subject: async (db, input, actor: Actor, { secrets }) => {
    const hasReceipt = input.receipt === secrets.receipt(receiptSubject(db.community, input.id))
    const matter = await matterToChange(db, actor, input.id, hasReceipt)
    const thing = await thingOf(db, actor, matter, input, hasReceipt)
    return { matter, thing, against: await judgedAgainst(db, matter, thing) }
  },
  refuse: (_actor, { thing, against }) => thing.own && against !== null ? null : lang => authorText(lang).noAppeal,
  run: async (db, { subject: { matter, thing, against }, input, actor, limits, from, now }) => {
    await takeTurn(db, { limits, from, now }, actor, 'appeal')
    const id = await openCase(db, {
      matter: matter.id, kind: thing.kind, thing: thing.id, causes: ['appeal'], author: thing.author_id, appeal: { of: against ?? 0, words: input.words },
    }, now)
    return { subject: `matters/${matter.id}`, answer: { id: matter.id }, facts: { case: id, against, thing: thing.kind, of: thing.id } }
  },
})

// The last judgement against it, if it is no answer to an appeal itself and nobody looks at it now.
async function judgedAgainst(db: Reader, matter: Matter, thing: Thing): Promise<number | null> {
  if (await openCaseOf(db, matter, thing)) return null
  const last = await db.selectFrom('moderation_case').select(['id', 'verdict', 'appeal_of']).where('community_id', '=', db.community)
    .where('matter_id', '=', matter.id).where('kind', '=', thing.kind).where('thing_id', '=', thing.id).orderBy('id', 'desc').limit(1).executeTakeFirst()
  const against = last !== undefined && last.appeal_of === null && (last.verdict === 'hidden' || last.verdict === 'made_private' || last.verdict === 'asked')
  return against ? last.id : null
}

// 请本人改: it waits until its author has changed what he is told of.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Said } from '#kit/phrase.ts'
import { caseToJudge, refuseJudging, type CaseToJudge } from '#modules/matters/cases.ts'
import { caseId, judge, keptBack } from '#modules/matters/judge.ts'
import { words } from '#modules/matters/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { moderationText } from '#text/moderation.ts'

export const askChangeInput = z.strictObject({ id: caseId, words: words(lang => moderationText(lang).askChangeWords, lang => moderationText(lang).askChangeHint) })

/** Asks for it; until then only those inside see it. */
export const askChange = action({
  name: 'matters.askChange',
  summary: lang => moderationText(lang).summaryAskChange,
  input: askChangeInput,
  subject: (db, input, actor: Actor) => caseToJudge(db, actor, input.id),
  refuse: (actor, found) => refuseJudging(actor, found) ?? mayNotBeChanged(found),
  run: async (db, { subject: found, input, actor, now }) => {
    const facts = await judge(db, found, { verdict: 'asked', by: actor, words: input.words }, keptBack(found.one), now)
    return { subject: `matters/${found.matter.id}`, answer: { id: found.one.id }, facts }
  },
})

// A picture cannot be written anew.
function mayNotBeChanged({ one }: CaseToJudge): Said | null {
  return one.kind === 'photo' ? lang => moderationText(lang).noPhotoChange : null
}

// 该不该看: the secretary judges every opening, once, with a word to everybody concerned.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Actor } from '#modules/people/actor.ts'
import { VERDICTS } from '#modules/people/opening.ts'
import { openingToChange, type Opening } from '#modules/people/openings.ts'
import { lacks } from '#modules/people/refusal.ts'
import { openingText, verdictText } from '#text/break-glass.ts'

export const judgeOpeningInput = z.strictObject({
  id: z.coerce.number().int().positive().meta({ control: 'hidden' }),
  verdict: z.enum(VERDICTS).meta({
    label: lang => openingText(lang).judge, hint: lang => openingText(lang).judgeHint, wrong: lang => openingText(lang).verdictWrong, control: 'pick',
    choices: Object.fromEntries(VERDICTS.map(verdict => [verdict, (lang: 'zh' | 'en') => verdictText(lang)[verdict]])),
  }),
  words: z.string().trim().min(4).max(200).meta({ label: lang => openingText(lang).verdictWords, wrong: lang => openingText(lang).wordsWrong }),
})

/** Says whether a home was rightly opened. What was not shows at the street's page too. */
export const judgeOpening = action({
  name: 'people.judgeOpening',
  summary: lang => openingText(lang).summaryJudge,
  input: judgeOpeningInput,
  subject: (db, input, actor: Actor) => openingToChange(db, actor, input.id),
  refuse: mayNotJudge,
  run: async (db, { actor, input, now, subject: { id, opened_by } }) => {
    await db.updateTable('home_opening')
      .set({ verdict: input.verdict, verdict_words: input.words, judged_by: actor.personId, judged_at: now.toString() })
      .where('community_id', '=', db.community).where('id', '=', id).execute()
    return { subject: `openings/${id}`, answer: { id }, facts: { verdict: input.verdict, person: opened_by } }
  },
})

/** Why the actor may not judge this opening, or null. */
export function mayNotJudge(actor: Actor, opening: Pick<Opening, 'verdict' | 'opened_by'>) {
  const reason = lacks(actor, 'judge opening', null)
  if (reason) return reason
  if (opening.opened_by === actor.personId) return (lang: 'zh' | 'en') => openingText(lang).notOwn
  return opening.verdict === null ? null : (lang: 'zh' | 'en') => openingText(lang).judgedAlready
}

// 看一句: a moderator shows a statement or says why not; the reason stands in the journal, and its author reads it.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { mayNotJudge, REFUSALS } from '#modules/opinions/conversation.ts'
import { numberOf } from '#modules/opinions/fields.ts'
import { conversationsSeen, noStatement } from '#modules/opinions/find.ts'
import type { Actor } from '#modules/people/public.ts'
import { judgeText, refusalText } from '#text/opinions.ts'

export const judgeInput = z.strictObject({
  id: numberOf,
  statement: numberOf,
  verdict: z.enum(['accepted', 'refused']).meta({
    label: lang => judgeText(lang).verdict, wrong: lang => judgeText(lang).verdictWrong, control: 'pick',
    choices: { accepted: lang => judgeText(lang).accept, refused: lang => judgeText(lang).refuse },
  }),
  reason: z.enum(REFUSALS).nullable().default(null).meta({
    label: lang => judgeText(lang).reason, wrong: lang => judgeText(lang).reasonWrong, control: 'pick',
    choices: Object.fromEntries(REFUSALS.map(reason => [reason, (lang: 'zh' | 'en') => refusalText(lang)[reason]])),
  }),
  words: z.string().trim().max(300).default('').meta({
    label: lang => judgeText(lang).words, wrong: lang => judgeText(lang).wordsWrong, control: 'textarea',
  }),
})

/** Judges a statement, once. Throws Invalid where it is refused without a reason. */
export const judgeStatement = action({
  name: 'opinions.judge',
  summary: lang => judgeText(lang).summary,
  input: judgeInput,
  subject: (db, input, actor: Actor) => statementToJudge(db, actor, input.id, input.statement),
  refuse: mayNotJudge,
  run: async (db, { subject, input, actor, now }) => {
    const refused = input.verdict === 'refused'
    if (refused && input.reason === null) throw invalid([{ field: 'reason', reason: lang => judgeText(lang).reasonWrong }])
    await db.updateTable('conversation_statement').set({
      standing: input.verdict, reason: refused ? input.reason : null, words: refused && input.words ? input.words : null,
      judged_by: actor.personId, judged_at: now.toString(),
    }).where('community_id', '=', db.community).where('id', '=', subject.id).execute()
    return {
      subject: `conversations/${input.id}`, answer: { id: input.id },
      facts: { statement: subject.id, verdict: input.verdict, ...refused && { reason: input.reason } },
    }
  },
})

async function statementToJudge(db: Reader, actor: Actor, conversation: number, statement: number) {
  return db.selectFrom('conversation_statement').select(['id', 'standing', 'author_id'])
    .where('community_id', '=', db.community).where('id', '=', statement).where('conversation_id', '=', conversation)
    .where('conversation_id', 'in', conversationsSeen(db, actor).select('conversation.id'))
    .forUpdate().executeTakeFirstOrThrow(noStatement)
}

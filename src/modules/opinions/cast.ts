// 表态: one tap on one statement, changed as often as wanted. The journal holds that somebody said something, never what of which.
import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { mayNotSpeak, OPINIONS, type OpinionWord } from '#modules/opinions/conversation.ts'
import { numberOf } from '#modules/opinions/fields.ts'
import { conversationToSpeak, noStatement } from '#modules/opinions/find.ts'
import type { Actor } from '#modules/people/public.ts'
import { castText } from '#text/opinions.ts'

const WORDS = ['agree', 'disagree', 'pass'] as const satisfies readonly OpinionWord[]

export const castInput = z.strictObject({
  id: numberOf,
  statement: numberOf,
  opinion: z.enum(WORDS).meta({
    label: lang => castText(lang).which, wrong: lang => castText(lang).opinionWrong, control: 'pick',
    choices: Object.fromEntries(WORDS.map(word => [word, (lang: 'zh' | 'en') => castText(lang)[word]])),
  }),
})

/** Casts it; of several on one statement the last counts. */
export const castOpinion = action({
  name: 'opinions.cast',
  summary: lang => castText(lang).summary,
  input: castInput,
  subject: (db, input, actor: Actor) => conversationToSpeak(db, actor, input.id),
  refuse: mayNotSpeak,
  run: async (db, { subject: { id }, input, actor, now }) => {
    await checkStatement(db, id, input.statement)
    const mark = await markOf(db, id, actor.personId ?? 0, now)
    await db.insertInto('conversation_vote')
      .values({ community_id: db.community, conversation_id: id, mark, statement_id: input.statement, opinion: OPINIONS[input.opinion] })
      .onConflict(again => again.columns(['community_id', 'conversation_id', 'mark', 'statement_id'])
        .doUpdateSet({ opinion: OPINIONS[input.opinion] })).execute()
    return { subject: `conversations/${id}`, answer: { id } }
  },
})

async function checkStatement(db: Reader, conversation: number, statement: number): Promise<void> {
  await db.selectFrom('conversation_statement').select('id').where('community_id', '=', db.community)
    .where('id', '=', statement).where('conversation_id', '=', conversation).where('standing', '=', 'accepted')
    .executeTakeFirstOrThrow(noStatement)
}

// As far as Node draws. Two alike among 50,000 voters are less likely than 1 in 100,000; then one of them is asked to tap again.
const MARKS = 2 ** 47

// The row of the voter is held until the end, so that two taps of one person come one after the other.
async function markOf(db: Writer, conversation: number, person: number, now: Temporal.Instant): Promise<number> {
  const { mark } = await db.insertInto('conversation_voter')
    .values({
      community_id: db.community, conversation_id: conversation, mark: randomInt(1, MARKS), person_id: person, voted_at: now.toString(),
    })
    .onConflict(again => again.columns(['community_id', 'conversation_id', 'person_id']).where('person_id', 'is not', null)
      .doUpdateSet({ voted_at: now.toString() }))
    .returning('mark').executeTakeFirstOrThrow()
  return mark
}

// 补一句: whoever belongs here adds a short statement; somebody looks first, and nobody is told who wrote it.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { Refused } from '#kit/errors.ts'
import { takeTurn } from '#modules/moderation/public.ts'
import { mayNotSpeak, MOST_STATEMENTS, MOST_WAITING } from '#modules/opinions/conversation.ts'
import { numberOf, statementText } from '#modules/opinions/fields.ts'
import { conversationToSpeak } from '#modules/opinions/find.ts'
import type { Actor } from '#modules/people/public.ts'
import { suggestText } from '#text/opinions.ts'

export const suggestInput = z.strictObject({ id: numberOf, text: statementText })

/** Adds it, to be looked at. Throws Invalid, Refused and TooOften. */
export const suggestStatement = action({
  name: 'opinions.suggest',
  summary: lang => suggestText(lang).summary,
  input: suggestInput,
  subject: (db, input, actor: Actor) => conversationToSpeak(db, actor, input.id),
  refuse: mayNotSpeak,
  run: async (db, { subject: { id }, input, actor, limits, from, now }) => {
    await takeTurn(db, { limits, from, now }, actor, 'suggest')
    await checkRoom(db, { id, text: input.text, author: actor.personId ?? 0 })
    const { id: statement } = await db.insertInto('conversation_statement').values({
      community_id: db.community, conversation_id: id, text: input.text, author_id: actor.personId, added_at: now.toString(), standing: 'waiting',
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `conversations/${id}`, answer: { id, statement }, facts: { statement } }
  },
})

async function checkRoom(db: Reader, { id, text, author }: { id: number, text: string, author: number }): Promise<void> {
  const found = await db.selectFrom('conversation_statement').where('community_id', '=', db.community).where('conversation_id', '=', id)
    .where('standing', '<>', 'refused')
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      fn.countAll<number>().filterWhere('text', '=', text).as('same'),
      fn.countAll<number>().filterWhere('author_id', '=', author).filterWhere('standing', '=', 'waiting').as('waiting'),
    ]).executeTakeFirstOrThrow()
  if (found.same > 0) throw invalid([{ field: 'text', reason: lang => suggestText(lang).again }])
  if (found.waiting >= MOST_WAITING) throw new Refused(lang => suggestText(lang).tooMany)
  if (found.all >= MOST_STATEMENTS) throw new Refused(lang => suggestText(lang).enough)
}

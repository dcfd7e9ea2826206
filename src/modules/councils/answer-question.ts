// 回答提问: let through, asked aloud, answered in writing, or declined with a word why; its author is told.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { sessionToChange } from '#modules/councils/find.ts'
import { keeps, mayNot, standOf, type Session } from '#modules/councils/session.ts'
import { which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'

export const answerSessionInput = z.strictObject({
  id: which, question: which,
  how: z.enum(['show', 'aloud', 'in_writing', 'declined']).meta({ control: 'hidden' }),
  answer: z.string().trim().max(1000).default('').meta({ label: lang => sessionText(lang).writtenAnswer, wrong: lang => sessionText(lang).writtenAnswerWrong, control: 'textarea' }),
})

/** Answers it, also after the session until its minutes are sealed. What was declined is seen by its author and whoever keeps the minutes. */
export const answerSession = action({
  name: 'councils.answerQuestion',
  summary: lang => sessionText(lang).summaryAnswerQuestion,
  input: answerSessionInput,
  subject: async (db, input, actor: Actor) => {
    const session = await sessionToChange(db, actor, input.id)
    return { session, question: await questionOf(db, session.id, input.question) }
  },
  refuse: (actor, { session }) => mayNotAnswerQuestions(actor, session),
  run: async (db, { subject: { session, question }, input: { how, answer }, now }) => {
    if ((how === 'in_writing' || how === 'declined') && answer.length < 2) throw invalid([{ field: 'answer', reason: lang => sessionText(lang).writtenAnswerWrong }])
    await db.updateTable('session_question').set(how === 'show' ? { standing: 'shown' } : {
      standing: how === 'declined' ? 'hidden' : 'shown', answered: how, answer: answer || null, answered_at: now.toString(),
    }).where('community_id', '=', db.community).where('id', '=', question.id).execute()
    return { subject: `sessions/${session.id}`, answer: { id: session.id }, facts: { question: question.id, to: how, person: question.person_id } }
  },
})

/** Questions come before a session begins, too; so do answers. */
function mayNotAnswerQuestions(actor: Actor, session: Session) {
  return standOf(session) === 'called' && keeps(actor, session) ? null : mayNot.keep(actor, session)
}

async function questionOf(db: Reader, session: number, id: number) {
  const found = await db.selectFrom('session_question').select(['id', 'person_id'])
    .where('community_id', '=', db.community).where('session_id', '=', session).where('id', '=', id).executeTakeFirst()
  if (!found) throw new NotFound(lang => sessionText(lang).noQuestion)
  return found
}

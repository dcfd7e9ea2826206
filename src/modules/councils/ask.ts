// 在家提问: a question from home, asked aloud in the hall or answered in writing.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { sessionToChange } from '#modules/councils/find.ts'
import { mayNot } from '#modules/councils/session.ts'
import { standingOfWords } from '#modules/councils/turn.ts'
import { said, which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'

export const askSessionInput = z.strictObject({ id: which, text: said(lang => sessionText(lang).question, { least: 4, most: 300, hint: lang => sessionText(lang).questionHint }) })

/** Asks it. Listed words, and many questions in a row, wait for whoever keeps the minutes. Throws TooOften. */
export const askSession = action({
  name: 'councils.ask',
  summary: lang => sessionText(lang).summaryAsk,
  input: askSessionInput,
  subject: (db, input, actor: Actor) => sessionToChange(db, actor, input.id),
  refuse: mayNot.ask,
  run: async (db, { subject: session, input: { text }, actor, limits, from, now }) => {
    const { standing, causes } = await standingOfWords(db, { limits, from, now }, actor, text)
    const { id: question } = await db.insertInto('session_question')
      .values({ community_id: db.community, session_id: session.id, person_id: actor.personId ?? 0, text, standing, asked_at: now.toString() })
      .returning('id').executeTakeFirstOrThrow()
    return {
      subject: `sessions/${session.id}`, answer: { id: session.id, question, ...causes.length > 0 && { held: true } },
      facts: { question, ...causes.length > 0 && { held: true, causes } },
    }
  },
})

// 要求发言, 上台献策: somebody puts himself on the list; in the order in which they asked.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { sessionToChange } from '#modules/councils/find.ts'
import { mayNot } from '#modules/councils/session.ts'
import { standingOfWords } from '#modules/councils/turn.ts'
import { which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'

export const askToSpeakInput = z.strictObject({
  id: which,
  list: z.enum(['floor', 'stage']).default('floor').meta({ control: 'hidden' }),
  about: z.string().trim().max(200).default('').meta({ label: lang => sessionText(lang).idea, hint: lang => sessionText(lang).ideaHint, wrong: lang => sessionText(lang).ideaWrong }),
})

/** Asks for the floor, or for the stage with an idea. Asking twice is asking once. Throws TooOften. */
export const askToSpeak = action({
  name: 'councils.askToSpeak',
  summary: lang => sessionText(lang).summaryAskToSpeak,
  input: askToSpeakInput,
  subject: (db, input, actor: Actor) => sessionToChange(db, actor, input.id),
  refuse: mayNot.takePart,
  run: async (db, { subject: session, input: { list, about }, actor, limits, from, now }) => {
    if (list === 'stage' && about.length < 4) throw invalid([{ field: 'about', reason: lang => sessionText(lang).ideaWrong }])
    const words = list === 'stage' ? about : ''
    const { standing, causes } = await standingOfWords(db, { limits, from, now }, actor, words)
    await db.insertInto('session_speaker').values({
      community_id: db.community, session_id: session.id, list, person_id: actor.personId ?? 0, about: words, standing, asked_at: now.toString(),
    }).onConflict(waiting => waiting.columns(['community_id', 'session_id', 'list', 'person_id']).where('ended_at', 'is', null).doNothing()).execute()
    return { subject: `sessions/${session.id}`, answer: { id: session.id }, facts: { list, ...causes.length > 0 && { causes } } }
  },
})

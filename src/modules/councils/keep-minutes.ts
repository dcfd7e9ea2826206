// 记会议纪要: what was said of a topic in short, and what was decided. Each saving is a version; nothing is overwritten.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { Conflict } from '#kit/errors.ts'
import { sessionToChange, topicOf } from '#modules/councils/find.ts'
import { mayNot } from '#modules/councils/session.ts'
import { which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'

export const keepMinutesInput = z.strictObject({
  id: which, topic: which,
  version: z.coerce.number().int().nonnegative().meta({ label: lang => sessionText(lang).version, control: 'hidden' }),
  text: z.string().trim().max(8000).default('').meta({ label: lang => sessionText(lang).saidHere, hint: lang => sessionText(lang).saidHereHint, control: 'textarea' }),
  decision: z.string().trim().max(2000).default('').meta({ label: lang => sessionText(lang).decision, hint: lang => sessionText(lang).decisionHint, control: 'textarea' }),
})

/** Saves it as the version after `version`, the one that the writer saw. Throws Conflict when somebody saved meanwhile. */
export const keepMinutes = action({
  name: 'councils.keepMinutes',
  summary: lang => sessionText(lang).summaryKeepMinutes,
  input: keepMinutesInput,
  subject: async (db, input, actor: Actor) => {
    const session = await sessionToChange(db, actor, input.id)
    return { session, topic: await topicOf(db, session.id, input.topic) }
  },
  refuse: (actor, { session }) => mayNot.keep(actor, session),
  run: async (db, { subject: { session, topic }, input: { version, text, decision }, actor, now }) => {
    const { newest } = await db.selectFrom('session_minute').select(eb => eb.fn.coalesce(eb.fn.max('version'), eb.lit(0)).as('newest'))
      .where('community_id', '=', db.community).where('topic_id', '=', topic.id).executeTakeFirstOrThrow()
    if (newest !== version) throw new Conflict(lang => sessionText(lang).writtenMeanwhile)
    await db.insertInto('session_minute').values({
      community_id: db.community, session_id: session.id, topic_id: topic.id, version: version + 1, text, decision,
      written_by: actor.personId ?? 0, written_at: now.toString(),
    }).execute()
    return { subject: `sessions/${session.id}`, answer: { id: session.id, version: version + 1 }, facts: { topic: topic.id, version: version + 1 } }
  },
})

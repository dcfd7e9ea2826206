// 撤议题: it is not talked about this time. What has been written of it stays, so then it cannot go.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { Refused } from '#kit/errors.ts'
import { sessionToChange, topicOf } from '#modules/councils/find.ts'
import { mayNot } from '#modules/councils/session.ts'
import { which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'

/** Takes it off the agenda. Throws Refused when minutes or tasks hang on it. */
export const dropTopic = action({
  name: 'councils.dropTopic',
  summary: lang => sessionText(lang).summaryDropTopic,
  input: z.strictObject({ id: which, topic: which }),
  subject: async (db, input, actor: Actor) => {
    const session = await sessionToChange(db, actor, input.id)
    return { session, topic: await topicOf(db, session.id, input.topic) }
  },
  refuse: (actor, { session }) => mayNot.invite(actor, session),
  run: async (db, { subject: { session, topic } }) => {
    const { used } = await db.selectFrom('session_topic').select(eb => eb.or([
      eb.exists(eb.selectFrom('session_minute').select('id').where('community_id', '=', db.community).where('topic_id', '=', topic.id)),
      eb.exists(eb.selectFrom('session_task').select('id').where('community_id', '=', db.community).where('topic_id', '=', topic.id)),
    ]).as('used')).where('community_id', '=', db.community).where('id', '=', topic.id).executeTakeFirstOrThrow()
    if (used) throw new Refused(lang => sessionText(lang).topicUsed)
    await db.deleteFrom('session_topic').where('community_id', '=', db.community).where('id', '=', topic.id).execute()
    return { subject: `sessions/${session.id}`, answer: { id: session.id }, facts: { topic: topic.id } }
  },
})

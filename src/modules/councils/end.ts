// 散会: the session is over; whoever is speaking has spoken.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { sessionToChange } from '#modules/councils/find.ts'
import { mayNot } from '#modules/councils/session.ts'
import { which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'

/** Ends it. Minutes can still be written, and who came can still be put right. */
export const endSession = action({
  name: 'councils.end',
  summary: lang => sessionText(lang).summaryEnd,
  input: z.strictObject({ id: which }),
  subject: (db, input, actor: Actor) => sessionToChange(db, actor, input.id),
  refuse: mayNot.lead,
  run: async (db, { subject: session, now }) => {
    await db.updateTable('council_session').set({ ended_at: now.toString() }).where('community_id', '=', db.community).where('id', '=', session.id).execute()
    await db.updateTable('session_speaker').set({ ended_at: now.toString() })
      .where('community_id', '=', db.community).where('session_id', '=', session.id).where('ended_at', 'is', null).execute()
    return { subject: `sessions/${session.id}`, answer: { id: session.id } }
  },
})

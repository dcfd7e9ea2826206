// 开会: the session begins.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { sessionToChange } from '#modules/councils/find.ts'
import { mayNot } from '#modules/councils/session.ts'
import { which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'

/** Opens it, also before its hour when everybody is there. */
export const openSession = action({
  name: 'councils.open',
  summary: lang => sessionText(lang).summaryOpen,
  input: z.strictObject({ id: which }),
  subject: (db, input, actor: Actor) => sessionToChange(db, actor, input.id),
  refuse: mayNot.open,
  run: async (db, { subject: session, now }) => {
    await db.updateTable('council_session').set({ opened_at: now.toString() }).where('community_id', '=', db.community).where('id', '=', session.id).execute()
    return { subject: `sessions/${session.id}`, answer: { id: session.id } }
  },
})

// 取消: the session is not held; everybody invited is told why. It keeps its number.
import { z } from 'zod'
import { sql } from 'kysely'
import { action } from '#kit/action.ts'
import { sessionToChange } from '#modules/councils/find.ts'
import { mayNot } from '#modules/councils/session.ts'
import { said, which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'

export const cancelSessionInput = z.strictObject({ id: which, reason: said(lang => sessionText(lang).cancelReason, { most: 200 }) })

/** Calls it off. */
export const cancelSession = action({
  name: 'councils.cancel',
  summary: lang => sessionText(lang).summaryCancel,
  input: cancelSessionInput,
  subject: (db, input, actor: Actor) => sessionToChange(db, actor, input.id),
  refuse: mayNot.prepare,
  run: async (db, { subject: session, input: { reason }, now }) => {
    await db.updateTable('council_session').set({ cancelled_at: now.toString(), cancel_reason: reason, changed_at: now.toString(), changes: sql`changes + 1` })
      .where('community_id', '=', db.community).where('id', '=', session.id).execute()
    return { subject: `sessions/${session.id}`, answer: { id: session.id } }
  },
})

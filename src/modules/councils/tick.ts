// 点名: who came, ticked by whoever keeps the minutes; a slip is taken back.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { seatOf, sessionToChange } from '#modules/councils/find.ts'
import { mayNot } from '#modules/councils/session.ts'
import { which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'

/** Says that a seat is taken, or (came: false) that it is not. */
export const tickSeat = action({
  name: 'councils.tick',
  summary: lang => sessionText(lang).summaryTick,
  input: z.strictObject({ id: which, seat: which, came: z.boolean().default(true) }),
  subject: async (db, input, actor: Actor) => {
    const session = await sessionToChange(db, actor, input.id)
    return { session, seat: await seatOf(db, session.id, input.seat) }
  },
  refuse: (actor, { session }) => mayNot.keep(actor, session),
  run: async (db, { subject: { session, seat }, input: { came }, now }) => {
    if (came !== (seat.came_at !== null)) {
      await db.updateTable('session_seat').set({ came_at: came ? now.toString() : null, came_by_code: false })
        .where('community_id', '=', db.community).where('id', '=', seat.id).execute()
    }
    return { subject: `sessions/${session.id}`, answer: { id: session.id }, facts: { seat: seat.id, came } }
  },
})

// 签名: whoever was there signs the sealed minutes with one tap; what was signed on paper the keeper writes down.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Said } from '#kit/phrase.ts'
import { isOwnSeat, seatOf, sessionToChange } from '#modules/councils/find.ts'
import { mayNot, type Session } from '#modules/councils/session.ts'
import { which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'

/** Signs for a seat. `hash`: the seal of what was read, so that nobody signs another text. */
export const signMinutes = action({
  name: 'councils.sign',
  summary: lang => sessionText(lang).summarySign,
  input: z.strictObject({ id: which, seat: which, hash: z.string().length(64), paper: z.boolean().default(false).meta({ label: lang => sessionText(lang).onPaper, control: 'hidden' }) }),
  subject: async (db, input, actor: Actor) => {
    const session = await sessionToChange(db, actor, input.id)
    const seat = await seatOf(db, session.id, input.seat)
    const sealed = await db.selectFrom('session_minutes').select('hash').where('community_id', '=', db.community).where('session_id', '=', session.id).executeTakeFirst()
    return { session, seat, onPaper: input.paper, same: sealed === undefined || sealed.hash === input.hash }
  },
  refuse: (actor, { session, seat, onPaper, same }) => mayNotSign(actor, session, seat, onPaper) ?? (same ? null : lang => sessionText(lang).otherText),
  run: async (db, { subject: { session, seat }, input: { paper, hash }, now }) => {
    await db.updateTable('session_seat').set({ signed_at: now.toString(), signed_on_paper: paper }).where('community_id', '=', db.community).where('id', '=', seat.id).execute()
    return { subject: `sessions/${session.id}`, answer: { id: session.id }, facts: { seat: seat.id, paper, hash } }
  },
})

type Seat = Awaited<ReturnType<typeof seatOf>>

/** Why the actor may not sign for this seat, or null: one's own by tap, any by whoever keeps the minutes on paper; whoever was not there, not at all. */
export function mayNotSign(actor: Actor, session: Session, seat: Pick<Seat, 'person_id' | 'organisation_id' | 'came_at' | 'signed_at'>, onPaper: boolean): Said | null {
  const reason = onPaper ? mayNot.add(actor, session) : mayNot.sign(actor, session)
  if (reason) return reason
  if (!onPaper && !isOwnSeat(actor, seat)) return lang => sessionText(lang).notYourSeat
  if (seat.came_at === null) return lang => sessionText(lang).wasNotThere
  return seat.signed_at === null ? null : lang => sessionText(lang).signedAlready
}

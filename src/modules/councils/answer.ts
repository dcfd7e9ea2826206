// 回复邀请: comes, does not come, or sends somebody.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Said } from '#kit/phrase.ts'
import { isOwnSeat, seatOf, sessionToChange } from '#modules/councils/find.ts'
import { keeps, mayNot, type Session } from '#modules/councils/session.ts'
import { which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'

const ANSWERS = ['comes', 'comes_not', 'sends'] as const

export const answerInvitationInput = z.strictObject({
  id: which, seat: which,
  answer: z.enum(ANSWERS).meta({
    label: lang => sessionText(lang).answer, wrong: lang => sessionText(lang).answerWrong, control: 'pick',
    choices: Object.fromEntries(ANSWERS.map(one => [one, (lang: 'zh' | 'en') => sessionText(lang)[one]])),
  }),
  standIn: z.string().trim().max(40).default('').meta({ label: lang => sessionText(lang).standIn, hint: lang => sessionText(lang).standInHint, wrong: lang => sessionText(lang).standInWrong }),
})

/** Answers for one's own seat, or one's organisation's; whoever keeps the minutes writes down what was said on the phone. */
export const answerInvitation = action({
  name: 'councils.answer',
  summary: lang => sessionText(lang).summaryAnswer,
  input: answerInvitationInput,
  subject: async (db, input, actor: Actor) => {
    const session = await sessionToChange(db, actor, input.id)
    return { session, seat: await seatOf(db, session.id, input.seat) }
  },
  refuse: (actor, { session, seat }) => mayNotAnswer(actor, session, seat),
  run: async (db, { subject: { session, seat }, input: { answer, standIn }, now }) => {
    if (answer === 'sends' && standIn === '') throw invalid([{ field: 'standIn', reason: lang => sessionText(lang).standInWrong }])
    await db.updateTable('session_seat').set({ answer, stand_in: answer === 'sends' ? standIn : null, answered_at: now.toString() })
      .where('community_id', '=', db.community).where('id', '=', seat.id).execute()
    return { subject: `sessions/${session.id}`, answer: { id: session.id }, facts: { seat: seat.id, answer } }
  },
})

/** Why the actor may not answer for this seat, or null. */
export function mayNotAnswer(actor: Actor, session: Session, seat: { person_id: number | null, organisation_id: number | null }): Said | null {
  return mayNot.answer(actor, session) ?? (isOwnSeat(actor, seat) || keeps(actor, session) ? null : lang => sessionText(lang).notYourSeat)
}

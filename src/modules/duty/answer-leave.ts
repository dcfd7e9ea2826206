// 答复请假: a keeper agrees, and the turn is open to others; or not.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { mayNotChange, mayNotKeep } from '#modules/duty/duty.ts'
import { noTurn, turnFound } from '#modules/duty/find.ts'
import { leaveOpen, takeOff } from '#modules/duty/leave-open.ts'
import { answer, which } from '#modules/duty/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { dutyText } from '#text/duty.ts'

export const answerLeaveInput = z.strictObject({ id: which, answer })

/** With yes he is off and everybody of the team is asked who takes it; the keeper may then also name somebody (`duty.assign`). */
export const answerLeave = action({
  name: 'duty.answerLeave',
  summary: lang => dutyText(lang).summaryAnswerLeave,
  input: answerLeaveInput,
  subject: (db, input, actor: Actor) => leaveFound(db, actor, input.id),
  refuse: (actor, { turn, granted }, now) => mayNotKeep(actor, turn) ?? mayNotChange(turn, now)
    ?? (granted === null ? null : lang => dutyText(lang).answered),
  run: async (db, { subject: { turn }, input, actor, now }) => {
    const granted = input.answer === 'yes'
    await db.updateTable('duty_leave').set({ granted, answered_at: now.toString(), answered_by: actor.personId })
      .where('community_id', '=', db.community).where('id', '=', input.id).execute()
    if (granted) {
      await takeOff(db, [turn.id], now)
      await leaveOpen(db, turn.roster_id, [turn], now, turn.id)
    }
    const facts = { turn: turn.id, person: turn.person_id, to: granted ? 'granted' : 'declined' }
    return { subject: `duty/${turn.roster_id}`, answer: { id: turn.roster_id }, facts }
  },
})

// The turn is locked first, and with it whatever was asked about it.
async function leaveFound(db: Reader, actor: Actor, id: number) {
  const asked = () => db.selectFrom('duty_leave').select(['turn_id', 'granted']).where('community_id', '=', db.community).where('id', '=', id).executeTakeFirst()
  const turn = await turnFound(db, actor, (await asked())?.turn_id ?? 0)
  const leave = await asked()
  if (!leave) throw noTurn()
  return { turn, granted: leave.granted }
}

// 回过电了: the volunteer says that he called, or that he cannot; either way the number goes.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Means } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { oneOf, say, which } from '#modules/volunteers/fields.ts'
import { ownVolunteer } from '#modules/volunteers/find.ts'
import { callBackText } from '#text/volunteers.ts'

export const answerCallBackInput = z.strictObject({ id: which, answer: oneOf(['called', 'cannot'], say('callBackAnswer'), callBackText) })

/** Answers once; whoever asked and is known here is told when nobody will call. */
export const answerCallBack = action({
  name: 'volunteers.answerCallBack',
  summary: say('summaryAnswerCallBack'),
  input: answerCallBackInput,
  subject: (db, input, actor: Actor, means) => callBackToAnswer(db, actor, input.id, means),
  refuse: actor => signedOut(actor),
  run: async (db, { subject: { volunteer, asker }, input: { id, answer }, now }) => {
    await db.updateTable('call_back').set({ answered_at: now.toString(), answer, phone_sealed: null }).where('community_id', '=', db.community).where('id', '=', id).execute()
    return { subject: `volunteers/${volunteer}`, answer: { id: volunteer }, facts: { callBack: id, person: asker, to: answer } }
  },
})

async function callBackToAnswer(db: Reader, actor: Actor, id: number, means: Pick<Means, 'now'>) {
  const volunteer = await ownVolunteer(db, actor, means)
  const found = await db.selectFrom('call_back')
    .innerJoin('contact_card', join => join.onRef('contact_card.community_id', '=', 'call_back.community_id').onRef('contact_card.id', '=', 'call_back.card_id'))
    .select('call_back.person_id').where('call_back.community_id', '=', db.community).where('call_back.id', '=', id).where('call_back.answered_at', 'is', null)
    .where('contact_card.volunteer_id', '=', volunteer?.id ?? 0).forUpdate('call_back').executeTakeFirstOrThrow(() => new NotFound(say('noCallBack')))
  return { volunteer: volunteer?.id ?? 0, asker: found.person_id }
}

// 更正: a post corrects what was entered, strikes it, or lets it stand; that settles what the volunteer asked.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Means } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { creditFields } from '#modules/volunteers/enter-credit.ts'
import { say, which } from '#modules/volunteers/fields.ts'
import { volunteerToChange } from '#modules/volunteers/find.ts'
import { mayNotCheck } from '#modules/volunteers/volunteer.ts'

export const correctCreditInput = z.strictObject({
  id: which, ...creditFields, struck: z.boolean().default(false).meta({ label: say('struck'), hint: say('struckHint'), control: 'tick' }),
})

/** Corrects it; the volunteer is told. */
export const correctCredit = action({
  name: 'volunteers.correctCredit',
  summary: say('summaryCorrect'),
  input: correctCreditInput,
  subject: (db, input, _actor: Actor, means) => creditToCorrect(db, input.id, means),
  refuse: mayNotCheck,
  run: async (db, { subject: volunteer, input: { id, what, on, minutes, by, struck }, actor, now }) => {
    if (on > await localDay(db, now)) throw invalid([{ field: 'on', reason: say('dayWrong') }])
    await db.updateTable('volunteer_credit').set({
      what, given_on: on, minutes, given_by: by, struck, asked: null, asked_at: null, corrected_by: actor.personId, corrected_at: now.toString(),
    }).where('community_id', '=', db.community).where('id', '=', id).execute()
    return { subject: `volunteers/${volunteer.id}`, answer: { id: volunteer.id }, facts: { credit: id, struck, person: volunteer.person_id } }
  },
})

// The volunteer alone is locked, as in his own acts: the entry stays his.
async function creditToCorrect(db: Reader, id: number, means: Pick<Means, 'now'>) {
  const { volunteer_id } = await db.selectFrom('volunteer_credit').select('volunteer_id').where('community_id', '=', db.community).where('id', '=', id)
    .executeTakeFirstOrThrow(() => new NotFound(say('noCredit')))
  return volunteerToChange(db, volunteer_id, means)
}

// 记培训、表彰: what a volunteer learnt or was honoured for, entered by a post.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { day, oneOf, say, which, words } from '#modules/volunteers/fields.ts'
import { volunteerToChange } from '#modules/volunteers/find.ts'
import { mayNotCheck } from '#modules/volunteers/volunteer.ts'
import { creditText } from '#text/volunteers.ts'

/** What it says: also what a correction may change. `minutes` 0 for an award. */
export const creditFields = {
  what: words(say('what'), { most: 100 }),
  on: day,
  minutes: z.coerce.number().int().min(0).max(60_000).default(0).meta({ label: say('minutes'), hint: say('minutesHint'), wrong: say('minutesWrong') }),
  by: words(say('by'), { most: 60 }),
}

export const enterCreditInput = z.strictObject({ id: which, kind: oneOf(['training', 'award'], say('creditKind'), creditText), ...creditFields })

/** Enters it; the volunteer is told. */
export const enterCredit = action({
  name: 'volunteers.enterCredit',
  summary: say('summaryCredit'),
  input: enterCreditInput,
  subject: (db, input, _actor: Actor, means) => volunteerToChange(db, input.id, means),
  refuse: mayNotCheck,
  run: async (db, { subject: volunteer, input: { kind, what, on, minutes, by }, actor, now }) => {
    if (on > await localDay(db, now)) throw invalid([{ field: 'on', reason: say('dayWrong') }])
    const { id } = await db.insertInto('volunteer_credit').values({
      community_id: db.community, volunteer_id: volunteer.id, kind, what, given_on: on, minutes, given_by: by, entered_by: actor.personId ?? 0, entered_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `volunteers/${volunteer.id}`, answer: { id: volunteer.id, credit: id }, facts: { credit: id, kind, person: volunteer.person_id } }
  },
})

// 长大了: a guardian or a worker writes down how old a young volunteer is now; he does not say so himself.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Actor } from '#modules/people/public.ts'
import { mayNotSpeakFor, minorWithHomes } from '#modules/volunteers/answer-guardian.ts'
import { letBeAsked } from '#modules/volunteers/be-asked.ts'
import { removePhoto } from '#modules/volunteers/drop-photo.ts'
import { oneOf, say, which } from '#modules/volunteers/fields.ts'
import { AGES, mayBeAsked } from '#modules/volunteers/volunteer.ts'
import { ageText } from '#text/volunteers.ts'

export const setAgeInput = z.strictObject({ id: which, age: oneOf(AGES, say('age'), ageText) })

/** Sets it. */
export const setAge = action({
  name: 'volunteers.setAge',
  summary: say('summarySetAge'),
  input: setAgeInput,
  subject: (db, input, _actor: Actor, means) => minorWithHomes(db, input.id, means),
  refuse: (actor, { volunteer, person }) => mayNotSpeakFor(actor, volunteer, person),
  run: async (db, { subject: { volunteer }, input, files, now }) => {
    // Who is of age needs nobody's word any more, and whoever gave it is nobody's business.
    const grown = input.age === 'adult' && { guardian_id: null, guardian_agreed_at: null, guardian_recorded_by: null }
    await db.updateTable('volunteer').set({ age: input.age, ...grown }).where('community_id', '=', db.community).where('id', '=', volunteer.id).execute()
    if (input.age !== 'adult') await removePhoto(db, files, volunteer.id)
    await letBeAsked(db, volunteer.person_id, mayBeAsked({ ...volunteer, age: input.age }), now)
    return { subject: `volunteers/${volunteer.id}`, answer: { id: volunteer.id }, facts: { age: input.age } }
  },
})

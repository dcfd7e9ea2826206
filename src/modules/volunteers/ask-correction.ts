// 申请更正: a volunteer says what is wrong in his record (Ministry Order 67).
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { NotFound } from '#kit/errors.ts'
import type { Actor } from '#modules/people/public.ts'
import { say, which, words } from '#modules/volunteers/fields.ts'
import { ownVolunteer } from '#modules/volunteers/find.ts'
import { mayNotAsVolunteer } from '#modules/volunteers/volunteer.ts'

export const askCorrectionInput = z.strictObject({ id: which, words: words(say('wrongThere'), { long: true }) })

/** Asks; asking again says it better. */
export const askCorrection = action({
  name: 'volunteers.askCorrection',
  summary: say('summaryAskCorrection'),
  input: askCorrectionInput,
  subject: (db, _input, actor: Actor, means) => ownVolunteer(db, actor, means),
  refuse: mayNotAsVolunteer,
  run: async (db, { subject: volunteer, input, now }) => {
    const owner = volunteer?.id ?? 0
    const { numUpdatedRows } = await db.updateTable('volunteer_credit').set({ asked: input.words, asked_at: now.toString() })
      .where('community_id', '=', db.community).where('volunteer_id', '=', owner).where('id', '=', input.id).executeTakeFirst()
    if (numUpdatedRows === 0n) throw new NotFound(say('noCredit'))
    return { subject: `volunteers/${owner}`, answer: { id: owner }, facts: { credit: input.id, person: volunteer?.person_id } }
  },
})

// 收回联系卡: the code on every printed card leads nowhere from now on.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { NotFound } from '#kit/errors.ts'
import type { Actor } from '#modules/people/public.ts'
import { say } from '#modules/volunteers/fields.ts'
import { ownVolunteer } from '#modules/volunteers/find.ts'
import { mayNotAsVolunteer } from '#modules/volunteers/volunteer.ts'

/** Ends the card that is open. */
export const endCard = action({
  name: 'volunteers.endCard',
  summary: say('summaryEndCard'),
  input: z.strictObject({}),
  subject: (db, _input, actor: Actor, means) => ownVolunteer(db, actor, means),
  refuse: mayNotAsVolunteer,
  run: async (db, { subject: volunteer, now }) => {
    const owner = volunteer?.id ?? 0
    const { numUpdatedRows } = await db.updateTable('contact_card').set({ ended_at: now.toString() }).where('community_id', '=', db.community)
      .where('volunteer_id', '=', owner).where('ended_at', 'is', null).executeTakeFirst()
    if (numUpdatedRows === 0n) throw new NotFound(say('noCard'))
    return { subject: `volunteers/${owner}`, answer: { id: owner } }
  },
})

// 收回特长: somebody does not offer it any more.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Actor } from '#modules/people/public.ts'
import { say } from '#modules/volunteers/fields.ts'
import { ownVolunteer } from '#modules/volunteers/find.ts'
import { skill } from '#modules/volunteers/offer-skill.ts'
import { mayNotAsVolunteer } from '#modules/volunteers/volunteer.ts'

/** Takes it back; taking back what is not offered changes nothing. */
export const dropSkill = action({
  name: 'volunteers.dropSkill',
  summary: say('summaryDrop'),
  input: z.strictObject({ skill }),
  subject: (db, _input, actor: Actor, means) => ownVolunteer(db, actor, means),
  refuse: mayNotAsVolunteer,
  run: async (db, { subject: volunteer, input }) => {
    const id = volunteer?.id ?? 0
    await db.deleteFrom('volunteer_skill').where('community_id', '=', db.community).where('volunteer_id', '=', id).where('skill', '=', input.skill).execute()
    return { subject: `volunteers/${id}`, answer: { id }, facts: { skill: input.skill } }
  },
})

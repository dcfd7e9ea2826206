// 亮出来: a leader or secretary lets a skill stand on the public list, or says why not.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { Conflict } from '#kit/errors.ts'
import type { Actor } from '#modules/people/public.ts'
import { say, verdict, which } from '#modules/volunteers/fields.ts'
import { volunteerToChange } from '#modules/volunteers/find.ts'
import { skill } from '#modules/volunteers/offer-skill.ts'
import { mayNotCheck } from '#modules/volunteers/volunteer.ts'

export const approveSkillInput = z.strictObject({ id: which, skill, ...verdict })

/** Approves or refuses it. What was refused counts for nothing until it is offered anew. */
export const approveSkill = action({
  name: 'volunteers.approveSkill',
  summary: say('summaryApprove'),
  input: approveSkillInput,
  subject: (db, input, _actor: Actor, means) => volunteerToChange(db, input.id, means),
  refuse: mayNotCheck,
  run: async (db, { subject: volunteer, input: { skill: which, yes, why }, actor, now }) => {
    if (!yes && why.length < 2) throw invalid([{ field: 'why', reason: say('whyWrong') }])
    const { numUpdatedRows } = await db.updateTable('volunteer_skill')
      .set({ approved_by: actor.personId, approved_at: yes ? now.toString() : null, refused_why: yes ? null : why })
      .where('community_id', '=', db.community).where('volunteer_id', '=', volunteer.id).where('skill', '=', which).executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Conflict(say('skillGone'))
    return { subject: `volunteers/${volunteer.id}`, answer: { id: volunteer.id }, facts: { skill: which, person: volunteer.person_id, to: yes ? 'approved' : 'refused' } }
  },
})

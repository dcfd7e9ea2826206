// 亮特长: what somebody can do, with a word on it. Others see it once it was approved.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Actor } from '#modules/people/public.ts'
import { maybeWords, say } from '#modules/volunteers/fields.ts'
import { ownVolunteer } from '#modules/volunteers/find.ts'
import { SKILLS } from '#modules/volunteers/skills.ts'
import { mayNotAsVolunteer } from '#modules/volunteers/volunteer.ts'
import { fitToShow } from '#modules/volunteers/written.ts'
import { skillText } from '#text/skills.ts'

/** A skill, to be chosen from the catalogue. */
export const skill = z.enum(SKILLS).meta({
  label: say('skill'), wrong: say('skillWrong'), control: 'pick', choices: Object.fromEntries(SKILLS.map(one => [one, (lang: 'zh' | 'en') => skillText(lang)[one]])),
})

export const offerSkillInput = z.strictObject({ skill, note: maybeWords(say('note'), { most: 100, hint: say('noteHint') }) })

/** Offers it, or writes another word on it, which is then looked at again. */
export const offerSkill = action({
  name: 'volunteers.offerSkill',
  summary: say('summaryOffer'),
  input: offerSkillInput,
  subject: (db, _input, actor: Actor, means) => ownVolunteer(db, actor, means),
  refuse: mayNotAsVolunteer,
  run: async (db, { subject: volunteer, input, now }) => {
    const id = volunteer?.id ?? 0
    await fitToShow(db, { note: input.note })
    const fresh = { note: input.note, offered_at: now.toString(), approved_by: null, approved_at: null, refused_why: null }
    await db.insertInto('volunteer_skill').values({ community_id: db.community, volunteer_id: id, skill: input.skill, ...fresh })
      .onConflict(again => again.columns(['community_id', 'volunteer_id', 'skill']).doUpdateSet(fresh)).execute()
    return { subject: `volunteers/${id}`, answer: { id }, facts: { skill: input.skill, person: volunteer?.person_id } }
  },
})

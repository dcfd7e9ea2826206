// 代登记: whoever knows the neighbours registers one who has no phone, as he said at the door.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { lacksOver, wholePerson, type Actor } from '#modules/people/public.ts'
import { asPicked, maybeWords, person, say } from '#modules/volunteers/fields.ts'
import { registered } from '#modules/volunteers/join.ts'
import { SKILLS } from '#modules/volunteers/skills.ts'
import { AGES } from '#modules/volunteers/volunteer.ts'
import { fitToShow } from '#modules/volunteers/written.ts'
import { ageText } from '#text/volunteers.ts'

export const registerVolunteerInput = z.strictObject({
  person,
  age: z.enum(AGES).default('adult').meta(asPicked(AGES, say('age'), ageText)),
  skills: z.array(z.enum(SKILLS)).max(SKILLS.length).default([]).meta({ label: say('skills') }),
  about: maybeWords(say('about'), { hint: say('aboutHint') }),
})

/** Registers him, or writes down what changed. Whoever has a phone does so himself. */
export const registerVolunteer = action({
  name: 'volunteers.register',
  summary: say('summaryRegister'),
  input: registerVolunteerInput,
  subject: (db, input, _actor: Actor) => personToRegister(db, input.person),
  refuse: (actor, who) => lacksOver(actor, 'register person', who) ?? (who.phone_sealed === null ? null : say('hasPhone')),
  run: async (db, { input: { person: personId, age, skills, about }, now }) => {
    const id = await registered(db, personId, age, now)
    await fitToShow(db, { about })
    await db.updateTable('volunteer').set({ about }).where('community_id', '=', db.community).where('id', '=', id).execute()
    await db.deleteFrom('volunteer_skill').where('community_id', '=', db.community).where('volunteer_id', '=', id).where('skill', 'not in', ['', ...skills]).execute()
    if (skills.length > 0) {
      await db.insertInto('volunteer_skill').values(skills.map(skill => ({ community_id: db.community, volunteer_id: id, skill, offered_at: now.toString() })))
        .onConflict(twice => twice.doNothing()).execute()
    }
    return { subject: `volunteers/${id}`, answer: { id }, facts: { person: personId, age, skills } }
  },
})

async function personToRegister(db: Reader, id: number) {
  await db.selectFrom('person').select('id').where('community_id', '=', db.community).where('id', '=', id).forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound(say('personWrong')))
  return wholePerson(db, id)
}

// 请家长同意: a minor says who of his home is asked.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { localDay, personName, type Actor } from '#modules/people/public.ts'
import { say } from '#modules/volunteers/fields.ts'
import { ownVolunteer } from '#modules/volunteers/find.ts'
import { mayNotAsVolunteer } from '#modules/volunteers/volunteer.ts'

export const nameGuardianInput = z.strictObject({ name: personName.meta({ label: say('guardianName'), hint: say('guardianHint'), wrong: say('guardianWrong') }) })

/** Names the guardian by his name; he must be of the same home, so that nobody tries names. */
export const nameGuardian = action({
  name: 'volunteers.nameGuardian',
  summary: say('summaryNameGuardian'),
  input: nameGuardianInput,
  subject: (db, _input, actor: Actor, means) => ownVolunteer(db, actor, means),
  refuse: (actor, volunteer) => mayNotAsVolunteer(actor, volunteer) ?? (volunteer?.age === 'adult' ? say('isAdult') : null)
    ?? (volunteer?.guardian_agreed_at ? say('agreedAlready') : null),
  run: async (db, { subject: volunteer, input, actor, now }) => {
    const guardian = await ofTheHome(db, actor, input.name, await localDay(db, now))
    if (guardian === undefined) throw invalid([{ field: 'name', reason: say('guardianWrong') }])
    const id = volunteer?.id ?? 0
    await db.updateTable('volunteer').set({ guardian_id: guardian }).where('community_id', '=', db.community).where('id', '=', id).execute()
    return { subject: `volunteers/${id}`, answer: { id }, facts: { person: guardian } }
  },
})

// Another minor who is registered agrees to nothing.
async function ofTheHome(db: Reader, actor: Actor, name: string, today: string): Promise<number | undefined> {
  const found = await db.selectFrom('tie').innerJoin('person', join => join.onRef('person.community_id', '=', 'tie.community_id').onRef('person.id', '=', 'tie.person_id'))
    .select('person.id').where('tie.community_id', '=', db.community).where('tie.home_id', 'in', [0, ...actor.homes.map(home => home.id)])
    .where('tie.since', '<=', today).where(eb => eb.or([eb('tie.until', 'is', null), eb('tie.until', '>=', today)]))
    .where('person.name', '=', name).where('person.id', '<>', actor.personId ?? 0)
    .where('person.id', 'not in', db.selectFrom('volunteer').select('person_id').where('community_id', '=', db.community).where('age', '<>', 'adult'))
    .executeTakeFirst()
  return found?.id
}

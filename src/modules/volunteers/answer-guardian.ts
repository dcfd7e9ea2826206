// 家长同意: the guardian agrees by his own tap, or a worker keeps his signature; either is taken back as easily.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Means } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import type { Said } from '#kit/phrase.ts'
import { lacksOver, wholePerson, type Actor } from '#modules/people/public.ts'
import { letBeAsked } from '#modules/volunteers/be-asked.ts'
import { say, verdict, which } from '#modules/volunteers/fields.ts'
import { volunteerToChange } from '#modules/volunteers/find.ts'
import type { Volunteer } from '#modules/volunteers/volunteer.ts'

export const answerGuardianInput = z.strictObject({ id: which, yes: verdict.yes })

/** Agrees, or not (any more). */
export const answerGuardian = action({
  name: 'volunteers.answerGuardian',
  summary: say('summaryAnswerGuardian'),
  input: answerGuardianInput,
  subject: (db, input, _actor: Actor, means) => minorWithHomes(db, input.id, means),
  refuse: (actor, { volunteer, person }) => volunteer.age === 'adult' ? say('isAdult') : mayNotSpeakFor(actor, volunteer, person),
  run: async (db, { subject: { volunteer }, input, actor, now }) => {
    const byWorker = actor.personId !== volunteer.guardian_id
    await db.updateTable('volunteer').set({
      guardian_agreed_at: input.yes ? now.toString() : null, guardian_recorded_by: input.yes && byWorker ? actor.personId : null,
    }).where('community_id', '=', db.community).where('id', '=', volunteer.id).execute()
    await letBeAsked(db, volunteer.person_id, input.yes && volunteer.age === 'youth', now)
    const facts = { person: volunteer.person_id, byWorker, to: input.yes ? 'agreed' : 'not' }
    return { subject: `volunteers/${volunteer.id}`, answer: { id: volunteer.id }, facts }
  },
})

/** The volunteer, and the person with his homes: who registers people there may keep a guardian's signature. */
export async function minorWithHomes(db: Reader, id: number, means: Pick<Means, 'now'>) {
  const volunteer = await volunteerToChange(db, id, means)
  return { volunteer, person: await wholePerson(db, volunteer.person_id) }
}

/** Why the actor may not speak for a minor, or null: his guardian may, and whoever registers people in his home; he himself does not. */
export function mayNotSpeakFor(actor: Actor, volunteer: Volunteer, person: Parameters<typeof lacksOver>[2]): Said | null {
  if (volunteer.person_id === actor.personId) return say('notYourself')
  return actor.personId !== null && volunteer.guardian_id === actor.personId ? null : lacksOver(actor, 'register person', person)
}

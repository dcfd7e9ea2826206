// 收队员: a leader takes a volunteer into his team or squad.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { addPost, localDay, type Actor } from '#modules/people/public.ts'
import { asPicked, person, say, which } from '#modules/volunteers/fields.ts'
import { teamToChange } from '#modules/volunteers/find.ts'
import { MEDICS } from '#modules/volunteers/skills.ts'
import { mayNotLead } from '#modules/volunteers/volunteer.ts'
import { postText } from '#text/people.ts'

/** As what somebody serves in a team. */
export const SERVING = ['volunteer', 'volunteer_doctor'] as const

export const takeInInput = z.strictObject({ id: which, person, as: z.enum(SERVING).default('volunteer').meta(asPicked(SERVING, say('as'), postText)) })

/** Takes him in. Only somebody who joined; as a doctor only with a checked licence that runs, since that post may open homes in an emergency. */
export const takeIn = action({
  name: 'volunteers.takeIn',
  summary: say('summaryTakeIn'),
  input: takeInInput,
  subject: (db, input, _actor: Actor) => teamToChange(db, input.id),
  refuse: mayNotLead,
  run: async (db, { subject: team, input, now }) => {
    await taken(db, { team: team.id, personId: input.person, as: input.as }, now)
    return { subject: `teams/${team.id}`, answer: { id: team.id }, facts: { person: input.person, as: input.as } }
  },
})

interface Taken {
  team: number
  personId: number
  as: (typeof SERVING)[number]
}

/** Writes him into the team. Throws Invalid at `person` or `as`. */
export async function taken(db: Writer, { team, personId, as }: Taken, now: Temporal.Instant): Promise<void> {
  const today = await localDay(db, now)
  const volunteer = await db.selectFrom('volunteer').select('id').where('community_id', '=', db.community).where('person_id', '=', personId)
    .where('left_at', 'is', null).where(eb => eb.or([eb('age', '=', 'adult'), eb('guardian_agreed_at', 'is not', null)])).executeTakeFirst()
  if (!volunteer) throw invalid([{ field: 'person', reason: say('notJoined') }])
  if (as === 'volunteer_doctor' && !await isMedic(db, volunteer.id, today)) throw invalid([{ field: 'as', reason: say('noLicence') }])
  await addPost(db, { personId, organisationId: team, kind: as, since: today })
}

async function isMedic(db: Reader, volunteer: number, today: string): Promise<boolean> {
  const found = await db.selectFrom('volunteer_qualification').select('id').where('community_id', '=', db.community).where('volunteer_id', '=', volunteer)
    .where('kind', 'in', MEDICS).where('ended_at', 'is', null).where('checked_at', 'is not', null).where('refused_why', 'is', null)
    .where(eb => eb.or([eb('valid_until', 'is', null), eb('valid_until', '>=', today)])).limit(1).executeTakeFirst()
  return found !== undefined
}

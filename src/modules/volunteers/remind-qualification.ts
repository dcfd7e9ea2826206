// 快到期: thirty days before a licence ends its owner hears of it; after its last day the skill does not count any more. By the clock.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { say } from '#modules/volunteers/fields.ts'

const AHEAD = { days: 30 }

/** Done by the clock, once for each. */
export const remindQualification = action({
  name: 'volunteers.remindQualification',
  summary: say('summaryRemind'),
  input: z.strictObject({ id: z.number().int().positive() }),
  subject: async (db, input, _actor: Actor, { now }) => {
    await db.selectFrom('volunteer_qualification').select('id').where('community_id', '=', db.community).where('id', '=', input.id).forUpdate()
      .executeTakeFirstOrThrow(() => new NotFound(say('noQualification')))
    return due(db, await localDay(db, now)).where('volunteer_qualification.id', '=', input.id).executeTakeFirst()
  },
  refuse: (_actor, found) => found ? null : say('nothingDue'),
  run: async (db, { subject: found, now }) => {
    const id = found?.id ?? 0
    await db.updateTable('volunteer_qualification').set({ warned_at: now.toString() }).where('community_id', '=', db.community).where('id', '=', id).execute()
    return { subject: `volunteers/${found?.volunteer_id}`, answer: { id: found?.volunteer_id ?? 0 }, facts: { qualification: id, kind: found?.kind, person: found?.person_id } }
  },
})

/** The qualifications whose owners are to be told. */
export async function qualificationsToRemind(db: Reader, now: Temporal.Instant): Promise<number[]> {
  const rows = await due(db, await localDay(db, now)).orderBy('volunteer_qualification.id').limit(500).execute()
  return rows.map(({ id }) => id)
}

function due(db: Reader, today: string) {
  return db.selectFrom('volunteer_qualification')
    .innerJoin('volunteer', join => join.onRef('volunteer.community_id', '=', 'volunteer_qualification.community_id').onRef('volunteer.id', '=', 'volunteer_qualification.volunteer_id'))
    .select(['volunteer_qualification.id', 'volunteer_qualification.volunteer_id', 'volunteer_qualification.kind', 'volunteer.person_id'])
    .where('volunteer_qualification.community_id', '=', db.community).where('volunteer_qualification.ended_at', 'is', null)
    .where('volunteer_qualification.warned_at', 'is', null).where('volunteer_qualification.checked_at', 'is not', null)
    .where('volunteer_qualification.refused_why', 'is', null).where('volunteer.left_at', 'is', null)
    .where('volunteer_qualification.valid_until', '<=', Temporal.PlainDate.from(today).add(AHEAD).toString())
}

// 核验资质: somebody else looks at the picture and says whether it holds.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { Means } from '#kit/action.ts'
import type { Actor } from '#modules/people/public.ts'
import { say, verdict, which } from '#modules/volunteers/fields.ts'
import { volunteerToChange } from '#modules/volunteers/find.ts'
import { mayNotCheck } from '#modules/volunteers/volunteer.ts'

export const checkQualificationInput = z.strictObject({ id: which, ...verdict })

/** Says that it holds, or why not; once. Never one's own. */
export const checkQualification = action({
  name: 'volunteers.checkQualification',
  summary: say('summaryCheck'),
  input: checkQualificationInput,
  subject: (db, input, _actor: Actor, means) => qualificationToCheck(db, input.id, means),
  refuse: (actor, { volunteer, checked_at }) => mayNotCheck(actor, volunteer) ?? (checked_at === null ? null : say('checkedAlready')),
  run: async (db, { subject: { volunteer, kind }, input: { id, yes, why }, actor, now }) => {
    if (!yes && why.length < 2) throw invalid([{ field: 'why', reason: say('whyWrong') }])
    await db.updateTable('volunteer_qualification').set({ checked_by: actor.personId, checked_at: now.toString(), refused_why: yes ? null : why })
      .where('community_id', '=', db.community).where('id', '=', id).execute()
    const facts = { qualification: id, kind, person: volunteer.person_id, to: yes ? 'holds' : 'refused' }
    return { subject: `volunteers/${volunteer.id}`, answer: { id: volunteer.id }, facts }
  },
})

// First the volunteer, then what is his, as his own acts do: two that lock in opposite order would wait for each other.
async function qualificationToCheck(db: Reader, id: number, means: Pick<Means, 'now'>) {
  const found = () => db.selectFrom('volunteer_qualification').select(['volunteer_id', 'kind', 'checked_at']).where('community_id', '=', db.community)
    .where('id', '=', id).where('ended_at', 'is', null)
  const { volunteer_id } = await found().executeTakeFirstOrThrow(() => new NotFound(say('noQualification')))
  const volunteer = await volunteerToChange(db, volunteer_id, means)
  return { ...await found().forUpdate().executeTakeFirstOrThrow(() => new NotFound(say('noQualification'))), volunteer }
}

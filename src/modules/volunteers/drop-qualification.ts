// 收回资质: its owner takes it back; picture and number go at once, that it was there stays.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Writer } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { FileStore } from '#kit/files.ts'
import type { Actor } from '#modules/people/public.ts'
import { say, which } from '#modules/volunteers/fields.ts'
import { ownVolunteer } from '#modules/volunteers/find.ts'
import { mayNotAsVolunteer } from '#modules/volunteers/volunteer.ts'

/** Takes it back. Throws NotFound for what is not one's own, or ended. */
export const dropQualification = action({
  name: 'volunteers.dropQualification',
  summary: say('summaryDropQualification'),
  input: z.strictObject({ id: which }),
  subject: (db, _input, actor: Actor, means) => ownVolunteer(db, actor, means),
  refuse: mayNotAsVolunteer,
  run: async (db, { subject: volunteer, input, files, now }) => {
    const owner = volunteer?.id ?? 0
    if (await endQualifications(db, files, { volunteer: owner, only: input.id }, now) === 0) throw new NotFound(say('noQualification'))
    return { subject: `volunteers/${owner}`, answer: { id: owner }, facts: { qualification: input.id } }
  },
})

interface Which {
  volunteer: number
  only?: number
  /** Those of this kind that nobody has checked. */
  waiting?: string
}

/** Ends qualifications of a volunteer: all, one, or those that wait. Answers how many. Every picture is sealed anew, so that no other row needs its file. */
export async function endQualifications(db: Writer, files: Pick<FileStore, 'remove'>, { volunteer, only, waiting }: Which, now: Temporal.Instant): Promise<number> {
  const chosen = await db.selectFrom('volunteer_qualification').select(['id', 'photo']).where('community_id', '=', db.community).where('volunteer_id', '=', volunteer)
    .where('ended_at', 'is', null).$if(only !== undefined, one => one.where('id', '=', only ?? 0))
    .$if(waiting !== undefined, some => some.where('kind', '=', waiting ?? '').where('checked_at', 'is', null)).forUpdate().execute()
  if (chosen.length === 0) return 0
  await db.updateTable('volunteer_qualification').set({ ended_at: now.toString(), number_sealed: null, photo: null })
    .where('community_id', '=', db.community).where('id', 'in', chosen.map(({ id }) => id)).execute()
  for (const { photo } of chosen) if (photo !== null) await files.remove(db.community, photo)
  return chosen.length
}

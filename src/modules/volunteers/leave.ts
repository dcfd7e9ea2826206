// 退出: as easily as joining. What was offered goes, and the photo; what was served, learnt and insured stays on record.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Writer } from '#kit/db.ts'
import { localDay, type Actor } from '#modules/people/public.ts'
import { agreed, letBeAsked } from '#modules/volunteers/be-asked.ts'
import { removePhoto } from '#modules/volunteers/drop-photo.ts'
import { say } from '#modules/volunteers/fields.ts'
import { endQualifications } from '#modules/volunteers/drop-qualification.ts'
import { ownVolunteer } from '#modules/volunteers/find.ts'
import { mayNotAsVolunteer } from '#modules/volunteers/volunteer.ts'

/** Leaves: nobody asks any more, the contact card ends, and so do the places in teams. */
export const leaveVolunteers = action({
  name: 'volunteers.leave',
  summary: say('summaryLeave'),
  input: z.strictObject({}),
  subject: (db, _input, actor: Actor, means) => ownVolunteer(db, actor, means),
  refuse: mayNotAsVolunteer,
  run: async (db, { subject: volunteer, files, now }) => {
    const [id, personId] = [volunteer?.id ?? 0, volunteer?.person_id ?? 0]
    await db.updateTable('volunteer').set({ left_at: now.toString(), away_until: null, about: '' }).where('community_id', '=', db.community).where('id', '=', id).execute()
    await letBeAsked(db, personId, false, now)
    for (const table of ['volunteer_skill', 'volunteer_time', 'volunteer_place'] as const) {
      await db.deleteFrom(table).where('community_id', '=', db.community).where('volunteer_id', '=', id).execute()
    }
    await db.updateTable('contact_card').set({ ended_at: now.toString() }).where('community_id', '=', db.community).where('volunteer_id', '=', id)
      .where('ended_at', 'is', null).execute()
    await endQualifications(db, files, { volunteer: id }, now)
    await removePhoto(db, files, id)
    await agreed(db, { personId, purpose: 'show_photo', yes: false }, now)
    await leaveTeams(db, personId, now)
    return { subject: `volunteers/${id}`, answer: { id } }
  },
})

// A leader stays one until somebody else leads: that is an office.
async function leaveTeams(db: Writer, personId: number, now: Temporal.Instant): Promise<void> {
  await db.updateTable('post').set({ until: await localDay(db, now) }).where('community_id', '=', db.community).where('person_id', '=', personId)
    .where('kind', 'in', ['volunteer', 'volunteer_doctor']).where('until', 'is', null).execute()
  await db.updateTable('team_asking').set({ answered_at: now.toString(), taken: false }).where('community_id', '=', db.community).where('person_id', '=', personId)
    .where('answered_at', 'is', null).execute()
}

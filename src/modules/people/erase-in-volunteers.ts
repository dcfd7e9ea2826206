// Erasing oneself, as far as it reaches into volunteering: what was offered and proved goes; that somebody was insured and trained stays, without his name.
import type { Writer } from '#kit/db.ts'
import type { FileStore } from '#kit/files.ts'

/** Holds his registration until the end of the act, before anything else: his other acts as a volunteer lock it first too, and none waits for the other in a circle. */
export async function holdVolunteer(db: Writer, personId: number): Promise<void> {
  await db.selectFrom('volunteer').select('id').where('community_id', '=', db.community).where('person_id', '=', personId).forUpdate().execute()
}

/** Ends it all, with the pictures of licences and of himself, whose files nothing else needs. */
export async function eraseInVolunteers(db: Writer, files: Pick<FileStore, 'remove'>, personId: number, now: Temporal.Instant): Promise<void> {
  const at = now.toString()
  const own = db.selectFrom('volunteer').select('id').where('community_id', '=', db.community).where('person_id', '=', personId)
  const pictures = await db.selectFrom('volunteer_qualification').select('photo').where('community_id', '=', db.community).where('volunteer_id', 'in', own).execute()
  await db.updateTable('volunteer_qualification').set({ photo: null, number_sealed: null, number_end: '', refused_why: null, ended_at: at })
    .where('community_id', '=', db.community).where('volunteer_id', 'in', own).execute()
  const faces = await db.selectFrom('volunteer').select('photo').where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  await db.updateTable('volunteer').set({ photo: null }).where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  for (const { photo } of [...pictures, ...faces]) if (photo !== null) await files.remove(db.community, photo)
  for (const table of ['volunteer_skill', 'volunteer_time', 'volunteer_place'] as const) {
    await db.deleteFrom(table).where('community_id', '=', db.community).where('volunteer_id', 'in', own).execute()
  }
  await db.updateTable('volunteer_policy').set({ number_sealed: '', number_end: '' }).where('community_id', '=', db.community).where('volunteer_id', 'in', own).execute()
  await db.updateTable('volunteer_credit').set({ asked: null, asked_at: null }).where('community_id', '=', db.community).where('volunteer_id', 'in', own).execute()
  await endCards(db, personId, at)
  await db.updateTable('team_asking').set({ answered_at: at, taken: false }).where('community_id', '=', db.community).where('person_id', '=', personId).where('answered_at', 'is', null).execute()
  await db.updateTable('volunteer').set({ guardian_id: null }).where('community_id', '=', db.community).where('guardian_id', '=', personId).execute()
  await db.updateTable('volunteer').set({ about: '', guardian_id: null, left_at: at }).where('community_id', '=', db.community).where('person_id', '=', personId).execute()
}

// His cards with the numbers that others left on them, and the numbers that he left with others.
async function endCards(db: Writer, personId: number, at: string): Promise<void> {
  const cards = db.selectFrom('contact_card').innerJoin('volunteer', join => join.onRef('volunteer.community_id', '=', 'contact_card.community_id').onRef('volunteer.id', '=', 'contact_card.volunteer_id'))
    .select('contact_card.id').where('contact_card.community_id', '=', db.community).where('volunteer.person_id', '=', personId)
  await db.updateTable('call_back').set({ phone_sealed: null }).where('community_id', '=', db.community)
    .where(eb => eb.or([eb('person_id', '=', personId), eb('card_id', 'in', cards)])).execute()
  await db.updateTable('call_back').set({ person_id: null }).where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  await db.updateTable('contact_card').set({ offers: '', hours: '', ended_at: at }).where('community_id', '=', db.community).where('id', 'in', cards).execute()
}

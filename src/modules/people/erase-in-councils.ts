// Erasing oneself, as far as it reaches into councils: names beside sealed minutes go, the seal still holds; seats to come are given up.
import type { Writer } from '#kit/db.ts'
import { eraseText } from '#text/me.ts'

/** Takes the person out of councils; `texts`: with what he asked and said there. Minutes stay as their keeper wrote them: they are the community's record. */
export async function eraseInCouncils(db: Writer, personId: number, texts: boolean, now: Temporal.Instant): Promise<void> {
  await db.updateTable('council_seat').set({ ended_at: now.toString() }).where('community_id', '=', db.community).where('person_id', '=', personId).where('ended_at', 'is', null).execute()
  await db.updateTable('session_seat').set({ name: null, salt: null, stand_in: null }).where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  await db.updateTable('session_seat').set({ name: null, salt: null, stand_in: null, stand_in_id: null }).where('community_id', '=', db.community).where('stand_in_id', '=', personId).execute()
  await db.updateTable('session_seat').set({ answer: 'comes_not' }).where('community_id', '=', db.community).where('person_id', '=', personId).where('came_at', 'is', null).execute()
  await db.updateTable('session_task').set({ owner_name: null, owner_salt: null }).where('community_id', '=', db.community).where('owner_id', '=', personId).execute()
  await db.updateTable('session_speaker').set({ ended_at: now.toString() }).where('community_id', '=', db.community).where('person_id', '=', personId).where('ended_at', 'is', null).execute()
  await db.updateTable('session_point').set({ said_by: null, ...texts && { text: eraseText('zh').words } })
    .where('community_id', '=', db.community).where('said_by', '=', personId).execute()
  if (!texts) return
  await db.updateTable('session_speaker').set({ about: '' }).where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  await db.updateTable('session_question').set({ text: eraseText('zh').words }).where('community_id', '=', db.community).where('person_id', '=', personId).execute()
}

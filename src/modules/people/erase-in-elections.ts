// Erasing oneself, as far as it reaches into elections: whom one backed is nobody's business any more; what one wrote goes where one wants it so.
import type { Writer } from '#kit/db.ts'
import { eraseText } from '#text/me.ts'

/** Takes the person out; that he was elected, and how he was checked, stays: it is the record of the assembly, without his name. */
export async function eraseInElections(db: Writer, personId: number, texts: boolean): Promise<void> {
  await db.deleteFrom('election_backer').where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  await db.deleteFrom('recall_backer').where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  await db.deleteFrom('election_canvasser').where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  await db.updateTable('election_candidate').set({ about: '' }).where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  if (!texts) return
  const { words } = eraseText('zh')
  await db.updateTable('election_question').set({ text: words }).where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  await db.updateTable('election_objection').set({ text: words }).where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  await db.updateTable('election').set({ request: words }).where('community_id', '=', db.community).where('made_by', '=', personId)
    // What was said for a post stays: it is the community's record.
    .where(eb => eb.not(eb.exists(eb.selectFrom('post').select('post.id').where('post.community_id', '=', db.community).where('post.person_id', '=', personId)))).execute()
  await db.updateTable('recall').set({ reason: words }).where('community_id', '=', db.community).where('moved_by', '=', personId).execute()
}

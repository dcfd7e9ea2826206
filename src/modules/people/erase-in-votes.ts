// Erasing oneself, as far as it reaches into votes of the owners: roll, ballots and proofs are evidence for a court and stay without a name.
import type { Writer } from '#kit/db.ts'
import { eraseText } from '#text/me.ts'

/** Takes out what the person wrote, where he wants it so. A vote can be contested for a year and its evidence is kept longer (Civil Code 280; PIPL 47). */
export async function eraseInVotes(db: Writer, personId: number, texts: boolean): Promise<void> {
  await db.updateTable('decision_candidate').set({ about: '' }).where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  if (!texts) return
  await db.updateTable('decision_objection').set({ text: eraseText('zh').words }).where('community_id', '=', db.community).where('person_id', '=', personId).execute()
}

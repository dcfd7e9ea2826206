// Erasing oneself, as far as it reaches into hours: they stay without a name, since the five figures and the ledger must still sum.
import type { Writer } from '#kit/db.ts'
import { eraseText } from '#text/me.ts'

/** Takes out what the person wrote when he wished a correction, where he wants it so; what he wrote for a post is the community's record. */
export async function eraseInHours(db: Writer, personId: number, texts: boolean): Promise<void> {
  if (!texts) return
  await db.updateTable('hours_correction').set({ why: eraseText('zh').words }).where('community_id', '=', db.community).where('asked_by', '=', personId).execute()
}

// The end of an errand, however it comes: it goes off the board, and the clock lets go of it.
import type { ErrandEnd } from '#db/tables.ts'
import type { Writer } from '#kit/db.ts'

/** Ends it; what was said and who it was goes thirty days later. */
export async function ended(db: Writer, id: number, how: ErrandEnd, now: Temporal.Instant): Promise<void> {
  await db.updateTable('errand').set({ ended_at: now.toString(), ended_how: how, next_at: null })
    .where('community_id', '=', db.community).where('id', '=', id).execute()
}

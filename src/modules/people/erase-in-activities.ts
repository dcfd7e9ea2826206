// Erasing oneself, as far as it reaches into activities: who has come stays without a name, as its hours do; places to come are free again.
import type { Writer } from '#kit/db.ts'

/** Gives up every place and every wait to which the person has not come. */
export async function eraseInActivities(db: Writer, personId: number): Promise<void> {
  await db.deleteFrom('activity_helper').where('community_id', '=', db.community).where('person_id', '=', personId).where('arrived_at', 'is', null).execute()
}

// Whoever erased himself is told nothing any more, and his addresses go.
import type { Writer } from '#kit/db.ts'

/** Removes what this module holds about a person; what was sent stays as a number in the deliveries. */
export async function forgetErased(db: Writer, personId: number): Promise<void> {
  for (const table of ['notice_choice', 'notice_device', 'notice_mute', 'notice'] as const) {
    await db.deleteFrom(table).where('community_id', '=', db.community).where('person_id', '=', personId).execute()
  }
  await db.updateTable('delivery').set({ state: 'void', claim: null, error: null })
    .where('community_id', '=', db.community).where('person_id', '=', personId).where('state', '=', 'waiting').execute()
}

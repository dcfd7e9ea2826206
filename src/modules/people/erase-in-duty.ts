// Erasing oneself, as far as it reaches into duty. Whoever holds no post is on no turn to come; who was on duty stays without a name.
import type { Writer } from '#kit/db.ts'

/** Takes out what the person handed over: it concerns others, and nobody reads it after a month anyway. */
export async function eraseInDuty(db: Writer, personId: number): Promise<void> {
  await db.updateTable('duty_note').set({ text: '' }).where('community_id', '=', db.community)
    .where('turn_id', 'in', db.selectFrom('duty_turn').select('duty_turn.id').where('duty_turn.community_id', '=', db.community).where('duty_turn.person_id', '=', personId)).execute()
}

// How a conversation ends, whoever ends it: the last map is drawn, and what ties voters to people is cut.
import type { Writer } from '#kit/db.ts'
import type { Conversation } from '#modules/opinions/conversation.ts'
import { keepMap } from '#modules/opinions/keep-map.ts'

/** Ends it for good; it must be held alone. Answers what the act writes down. */
export async function end(db: Writer, { id, closes_at }: Conversation, now: Temporal.Instant) {
  const made = await keepMap(db, id, now)
  const closes = Temporal.Instant.compare(closes_at, now) < 0 ? closes_at : now
  await db.updateTable('conversation').set({ ended_at: now.toString(), closes_at: closes.toString() })
    .where('community_id', '=', db.community).where('id', '=', id).execute()
  await db.updateTable('conversation_voter').set({ person_id: null, voted_at: null })
    .where('community_id', '=', db.community).where('conversation_id', '=', id).execute()
  return { subject: `conversations/${id}`, answer: { id }, facts: made }
}

// Erasing oneself, as far as it reaches into calls for help: what was said goes, and the clock does at once what is left to do for others.
import type { Writer } from '#kit/db.ts'

/**
 * Takes the person out. His open call is ended by the clock, which tells those on the way; so does it ask others where he was to go.
 * What he entered for somebody who phoned stays that one's.
 */
export async function eraseInCalls(db: Writer, personId: number, now: Temporal.Instant): Promise<void> {
  const open = await lockedOpen(db, personId)
  await db.updateTable('call').from('place').set(eb => ({ text: '', phone_sealed: null, thanks: '', place_id: eb.fn.coalesce('place.building_id', 'place.estate_id', 'place.id') }))
    .whereRef('place.community_id', '=', 'call.community_id').whereRef('place.id', '=', 'call.place_id')
    .where('call.community_id', '=', db.community).where('call.caller_id', '=', personId).execute()
  if (open.length === 0) return
  await db.updateTable('call_helper').set({ released_at: now.toString() }).where('community_id', '=', db.community).where('person_id', '=', personId)
    .where('released_at', 'is', null).where('confirmed_at', 'is', null).where('call_id', 'in', open).execute()
  await db.updateTable('call').set({ next_at: now.toString() }).where('community_id', '=', db.community).where('id', 'in', open).execute()
}

// Those that he made, and those to which he was on the way; always in the order of their numbers, so that two who erase themselves do not wait for each other.
async function lockedOpen(db: Writer, personId: number): Promise<number[]> {
  const calls = await db.selectFrom('call').select('id').where('community_id', '=', db.community).where('ended_at', 'is', null)
    .where(eb => eb.or([eb('caller_id', '=', personId), eb('id', 'in', db.selectFrom('call_helper').select('call_helper.call_id')
      .where('call_helper.community_id', '=', db.community).where('call_helper.person_id', '=', personId)
      .where('call_helper.released_at', 'is', null).where('call_helper.confirmed_at', 'is', null))]))
    .orderBy('id').forUpdate().execute()
  return calls.map(call => call.id)
}

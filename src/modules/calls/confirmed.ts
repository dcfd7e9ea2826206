// It is certain that a helper is at the door: the second clock stops.
import { sql } from 'kysely'
import type { Writer } from '#kit/db.ts'
import { subjectOf, type Call } from '#modules/calls/call.ts'
import { keepTime, type ClockCommand } from '#modules/clocks/public.ts'

/** Writes down when and how; the locked call's helpers by their row. Gives back the commands for the journal. */
export async function confirmed(db: Writer, call: Call, helpers: readonly number[], how: 'code' | 'caller' | 'worker', now: Temporal.Instant): Promise<ClockCommand[]> {
  await db.updateTable('call_helper').set({
    confirmed_at: now.toString(), confirmed_how: how, arrived_at: sql<string>`coalesce(arrived_at, ${now.toString()}::timestamptz)`,
  })
    .where('community_id', '=', db.community).where('call_id', '=', call.id).where('id', 'in', helpers)
    .where('released_at', 'is', null).where('confirmed_at', 'is', null).execute()
  return keepTime(db, subjectOf(call), now, [{ do: 'stop', name: 'arrive' }])
}

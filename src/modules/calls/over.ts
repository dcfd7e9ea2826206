// A call is over: nothing rings any more.
import type { CallEnd } from '#db/tables.ts'
import type { Writer } from '#kit/db.ts'
import { subjectOf, type Call } from '#modules/calls/call.ts'
import { keepTime, type ClockCommand } from '#modules/clocks/public.ts'

/** Ends the locked call and stops its clocks. Gives back the commands for the journal. */
export async function endCall(db: Writer, call: Call, { how, by, now }: { how: CallEnd, by: number | null, now: Temporal.Instant }): Promise<ClockCommand[]> {
  await db.updateTable('call').set({ ended_at: now.toString(), ended_how: how, ended_by: by, next_at: null })
    .where('community_id', '=', db.community).where('id', '=', call.id).execute()
  return keepTime(db, subjectOf(call), now, [{ do: 'stop', name: 'answer' }, { do: 'stop', name: 'arrive' }])
}

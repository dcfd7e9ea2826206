// 再办: a matter that is not good yet goes back to be done; its clock starts anew.
import type { Writer } from '#kit/db.ts'
import { keepTime, type ClockCommand } from '#modules/clocks/public.ts'
import type { MatterUnderMethod } from '#modules/matters/matter.ts'
import { say } from '#modules/matters/say.ts'
import { clocksToMove } from '#modules/matters/time.ts'

/** Takes an open matter back to 办, with why on its trail; gives the commands of its clocks, for the journal. */
export async function redo(
  db: Writer, matter: MatterUnderMethod, { text, by, now }: { text: string, by: number | null, now: Temporal.Instant },
): Promise<ClockCommand[]> {
  const clocks = await keepTime(db, `matters/${matter.id}`, now, await clocksToMove(db, matter, 'do', now))
  await db.updateTable('matter')
    .set({ step: 'do', step_since: now.toString(), paused_at: null, pause_reason: null, waits_for_resident: false })
    .where('community_id', '=', db.community).where('id', '=', matter.id).execute()
  await say(db, { matter: matter.id, kind: 'move', step: 'do', text, by, now })
  return clocks
}

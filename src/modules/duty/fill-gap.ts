// An open turn gets its person.
import type { Writer } from '#kit/db.ts'
import { putOn, type Span } from '#modules/duty/put-on.ts'

interface Gap extends Span {
  readonly id: number
  readonly roster_id: number
  readonly organisation_id: number
}

/** Makes the turn and ends the gap, which must be locked; answers the turn's number. `field`: where he was named in a form. */
export async function fillGap(db: Writer, gap: Gap, person: number, field?: string): Promise<number> {
  const [turn = 0] = await putOn(db, { roster: { id: gap.roster_id, organisation_id: gap.organisation_id }, person, spans: [gap], ...field && { field } })
  await db.updateTable('duty_gap').set({ turn_id: turn }).where('community_id', '=', db.community).where('id', '=', gap.id).execute()
  return turn
}

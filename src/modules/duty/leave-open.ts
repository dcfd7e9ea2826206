// Times for which a roster needs somebody. Everybody who may take them hears of it by the clock.
import type { Writer } from '#kit/db.ts'
import type { Span } from '#modules/duty/put-on.ts'

/** Makes the gaps. `left`: the turn that somebody left. */
export async function leaveOpen(db: Writer, roster: number, spans: readonly Span[], now: Temporal.Instant, left: number | null = null): Promise<void> {
  await db.insertInto('duty_gap').values(spans.map(span => ({
    community_id: db.community, roster_id: roster, from_at: span.from_at.toString(), until_at: span.until_at.toString(), left_turn_id: left, made_at: now.toString(),
  }))).execute()
}

/** Takes a person off his turn. */
export async function takeOff(db: Writer, turns: readonly number[], now: Temporal.Instant): Promise<void> {
  await db.updateTable('duty_turn').set({ called_off_at: now.toString() })
    .where('community_id', '=', db.community).where('id', 'in', turns).where('called_off_at', 'is', null).execute()
}

// 有空班: everybody of the team hears of a roster's open turns, once however many there are.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import type { Actor } from '#modules/people/public.ts'
import { dutyText } from '#text/duty.ts'

/** What begins so soon is told at once. */
const SOON = { hours: 36 }

/** Done by the clock. */
export const offerGaps = action({
  name: 'duty.offer',
  summary: lang => dutyText(lang).summaryOffer,
  input: z.strictObject({ id: z.number().int().positive() }),
  subject: (db, input, _actor: Actor, { now }) => gapsUntold(db, now).where('roster_id', '=', input.id).select(['id', 'from_at']).orderBy('from_at').forNoKeyUpdate().execute(),
  refuse: (_actor, gaps) => gaps.length > 0 ? null : lang => dutyText(lang).nothingDue,
  run: async (db, { subject: gaps, input: { id }, now }) => {
    await db.updateTable('duty_gap').set({ offered_at: now.toString() }).where('community_id', '=', db.community).where('id', 'in', gaps.map(gap => gap.id)).execute()
    const urgent = gaps.some(gap => Temporal.Instant.compare(gap.from_at, now.add(SOON)) < 0)
    return { subject: `duty/${id}`, answer: { id, gaps: gaps.length }, facts: { gaps: gaps.length, urgent } }
  },
})

/** The rosters with open turns of which nobody was told. */
export async function rostersToOffer(db: Reader, now: Temporal.Instant): Promise<number[]> {
  return (await gapsUntold(db, now).select('roster_id').distinct().orderBy('roster_id').execute()).map(row => row.roster_id)
}

function gapsUntold(db: Reader, now: Temporal.Instant) {
  return db.selectFrom('duty_gap').where('community_id', '=', db.community).where('turn_id', 'is', null).where('called_off_at', 'is', null)
    .where('offered_at', 'is', null).where('until_at', '>', at(now))
}

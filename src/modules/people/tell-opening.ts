// 事后告知: as soon as the half hour is over, those whose phones were seen are told (PIPL 18). Done by the clock.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { at, type Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import type { Actor } from '#modules/people/actor.ts'
import { openingText } from '#text/break-glass.ts'

/** Notes that they are told, from which their notices are made. Refused while it runs, and where another process was faster. */
export const tellOpening = action({
  name: 'people.tellOpening',
  summary: lang => openingText(lang).summaryTell,
  input: z.strictObject({ id: z.number().int().positive() }),
  subject: (db, input, _actor: Actor) => db.selectFrom('home_opening').select(['id', 'ends_at', 'told_at'])
    .where('community_id', '=', db.community).where('id', '=', input.id).forUpdate().executeTakeFirstOrThrow(() => new NotFound(lang => openingText(lang).nothing)),
  refuse: (_actor, opening, now) => opening.told_at === null && Temporal.Instant.compare(opening.ends_at, now) <= 0 ? null : lang => openingText(lang).notOver,
  run: async (db, { subject: { id }, now }) => {
    await db.updateTable('home_opening').set({ told_at: now.toString() }).where('community_id', '=', db.community).where('id', '=', id).execute()
    return { subject: `openings/${id}`, answer: { id } }
  },
})

/** The openings of a community that are over and of which those concerned do not know yet. */
export async function openingsToTell(db: Reader, now: Temporal.Instant): Promise<number[]> {
  const rows = await db.selectFrom('home_opening').select('id').where('community_id', '=', db.community)
    .where('told_at', 'is', null).where('ends_at', '<=', at(now)).orderBy('id').limit(500).execute()
  return rows.map(row => row.id)
}

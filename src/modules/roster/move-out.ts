// 搬出: somebody no longer lives in a home, or sold it. The record stays as the home's history.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { type Actor, lacks } from '#modules/people/public.ts'
import { day } from '#modules/roster/move-in.ts'
import { placeById } from '#modules/places/public.ts'
import { rosterColumnText, rosterText, rosterWrongText } from '#text/roster.ts'

export const moveOutInput = z.strictObject({
  tie: z.coerce.number().int().positive().meta({ control: 'hidden' }),
  until: day.meta({ label: lang => rosterColumnText(lang).until, wrong: lang => rosterWrongText(lang).until, control: 'date' }),
})

/** Ends a tie on its last day. */
export const moveOut = action({
  name: 'roster.moveOut',
  summary: lang => rosterText(lang).summaryMoveOut,
  input: moveOutInput,
  subject: (db, input, _actor: Actor) => tieToEnd(db, input.tie),
  refuse: (actor, { home, tie }) => lacks(actor, 'import roster', home)
    ?? (tie.until === null ? null : lang => rosterText(lang).leftAlready),
  run: async (db, { subject: { tie }, input }) => {
    if (input.until < tie.since) throw invalid([{ field: 'until', reason: lang => rosterText(lang).backwards }])
    await db.updateTable('tie').set({ until: input.until }).where('community_id', '=', db.community).where('id', '=', tie.id).execute()
    return { subject: `people/${tie.person_id}`, answer: { id: tie.id }, facts: { home: tie.home_id, until: input.until } }
  },
})

async function tieToEnd(db: Reader, id: number) {
  const tie = await db.selectFrom('tie').select(['id', 'home_id', 'person_id', 'since', 'until'])
    .where('community_id', '=', db.community).where('id', '=', id).forUpdate()
    .executeTakeFirstOrThrow(() => new NotFound(lang => rosterText(lang).noTie))
  return { tie, home: await placeById(db, tie.home_id) }
}

// 不办了: one date of a rhythm, or all of it.
import { z } from 'zod'
import { sql } from 'kysely'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { happeningToChange } from '#modules/calendars/find.ts'
import { mayNotKeepDates, nextDates } from '#modules/calendars/happening.ts'
import type { Actor } from '#modules/people/public.ts'
import { happeningText } from '#text/happenings.ts'

/** Calls off one date (`on`), or everything (without it). Calendar programs are told: the date goes, or all of it stands as cancelled. */
export const callOff = action({
  name: 'calendars.callOff',
  summary: lang => happeningText(lang).summaryCallOff,
  input: z.strictObject({ id: z.coerce.number().int().positive(), on: z.iso.date().optional() }),
  subject: (db, input, _actor: Actor) => happeningToChange(db, input.id),
  refuse: (actor, happening) => mayNotKeepDates(actor, happening.organisation_id),
  run: async (db, { subject: happening, input: { on }, now }) => {
    const single = happening.rule === null && happening.also_on.length === 0
    if (on !== undefined && !happensOn(happening, on)) throw invalid([{ field: 'on', reason: lang => happeningText(lang).notThen }])
    const left = on === undefined || single ? { cancelled_at: now.toString() }
      : { except_on: JSON.stringify([...happening.except_on, on]), also_on: JSON.stringify(happening.also_on.filter(day => day !== on)) }
    await db.updateTable('happening').set({ ...left, changed_at: now.toString(), changes: sql`changes + 1` })
      .where('community_id', '=', db.community).where('id', '=', happening.id).execute()
    return { subject: `happenings/${happening.id}`, answer: { id: happening.id }, facts: { on: on ?? null } }
  },
})

// Which day it is does not depend on the zone as long as it is the same one.
function happensOn(happening: Parameters<typeof nextDates>[0], on: string): boolean {
  const day = Temporal.PlainDate.from(on).toZonedDateTime('UTC')
  return nextDates(happening, 'UTC', { from: day.toInstant(), until: day.add({ days: 1 }).toInstant(), most: 1 }).length > 0
}

// A date is put right: other words, another day, another rhythm. What was called off before belongs to the old rhythm.
import { z } from 'zod'
import { sql } from 'kysely'
import { action } from '#kit/action.ts'
import { checkTied, datesWritten, happeningToChange } from '#modules/calendars/find.ts'
import { happeningFields, mayNotKeepDates } from '#modules/calendars/happening.ts'
import type { Actor } from '#modules/people/public.ts'
import { happeningText } from '#text/happenings.ts'

/** Changes all of it. While the days stay the same, dates that were called off stay so. */
export const changeHappening = action({
  name: 'calendars.change',
  summary: lang => happeningText(lang).summaryChange,
  input: z.strictObject({ id: z.coerce.number().int().positive(), ...happeningFields }),
  subject: (db, input, _actor: Actor) => happeningToChange(db, input.id),
  refuse: (actor, happening) => mayNotKeepDates(actor, happening.organisation_id),
  run: async (db, { actor, subject: happening, input, now }) => {
    await checkTied(db, actor, input)
    const dates = await datesWritten(db, input)
    const same = dates.begins_on === happening.begins_on && dates.rule === happening.rule
    await db.updateTable('happening').set({
      estate_id: input.estate, matter_id: input.matter, title: input.title, about: input.about, place: input.place, ...dates,
      ...!same && { except_on: '[]', also_on: '[]' }, changed_at: now.toString(), changes: sql`changes + 1`,
    }).where('community_id', '=', db.community).where('id', '=', happening.id).execute()
    return { subject: `happenings/${happening.id}`, answer: { id: happening.id }, facts: { repeat: input.repeat, on: input.on } }
  },
})

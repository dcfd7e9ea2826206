// A date comes onto the calendar of what happens here.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { checkTied, datesWritten } from '#modules/calendars/find.ts'
import { happeningFields, keepsFor, mayNotKeepDates } from '#modules/calendars/happening.ts'
import type { Actor } from '#modules/people/public.ts'
import { happeningText } from '#text/happenings.ts'

export const addHappeningInput = z.strictObject(happeningFields)

/** Adds it for the organisation of the actor's post. */
export const addHappening = action({
  name: 'calendars.add',
  summary: lang => happeningText(lang).summaryAdd,
  input: addHappeningInput,
  subject: async (_db, _input, _actor: Actor) => null,
  refuse: actor => mayNotKeepDates(actor),
  run: async (db, { actor, input, now }) => {
    await checkTied(db, actor, input)
    const { id } = await db.insertInto('happening').values({
      community_id: db.community, organisation_id: keepsFor(actor) ?? 0, estate_id: input.estate, matter_id: input.matter,
      title: input.title, about: input.about, place: input.place, ...await datesWritten(db, input),
      made_by: actor.personId ?? 0, made_at: now.toString(), changed_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `happenings/${id}`, answer: { id }, facts: { repeat: input.repeat, on: input.on } }
  },
})

// A person's calendar address ends: whoever still asks there finds nothing.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { ownCalendarText } from '#text/feeds.ts'

/** Ends the actor's own. */
export const closeAddress = action({
  name: 'calendars.closeAddress',
  summary: lang => ownCalendarText(lang).summaryClose,
  input: z.strictObject({}),
  subject: async (_db, _input, actor: Actor) => actor.personId,
  refuse: actor => signedOut(actor),
  run: async (db, { actor }) => {
    const personId = actor.personId ?? 0
    await db.deleteFrom('calendar_address').where('community_id', '=', db.community).where('person_id', '=', personId).execute()
    return { subject: `people/${personId}`, answer: { id: personId } }
  },
})

// 记诉求: what somebody said at a listening session, with its place and, where he wants it, his name.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { personThere, sessionToChange } from '#modules/councils/find.ts'
import { isPrivate, mayNot } from '#modules/councils/session.ts'
import { maybeId, said, which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { placeById } from '#modules/places/public.ts'
import { matterText } from '#text/matters.ts'
import { sessionText } from '#text/council-session.ts'

export const writePointInput = z.strictObject({
  id: which,
  text: said(lang => sessionText(lang).point, { least: 4, most: 1000, hint: lang => sessionText(lang).pointHint }),
  place: z.coerce.number().int().positive().meta({ label: lang => matterText(lang).place, wrong: lang => matterText(lang).placeWrong }),
  person: maybeId.meta({ label: lang => sessionText(lang).saidBy, hint: lang => sessionText(lang).saidByHint }),
})

/** Writes it down. Also at a council, where somebody brings up something that is not on the agenda. */
export const writePoint = action({
  name: 'councils.writePoint',
  summary: lang => sessionText(lang).summaryWritePoint,
  input: writePointInput,
  subject: (db, input, actor: Actor) => sessionToChange(db, actor, input.id),
  // A point is to become a matter, which everybody reads.
  refuse: (actor, session) => mayNot.keep(actor, session) ?? (isPrivate(session) ? lang => sessionText(lang).noPointsHere : null),
  run: async (db, { subject: session, input: { text, place, person }, actor, now }) => {
    const { id: point } = await db.insertInto('session_point').values({
      community_id: db.community, session_id: session.id, place_id: (await placeById(db, place)).id, text,
      said_by: person === null ? null : await personThere(db, person, 'person'), written_by: actor.personId ?? 0, written_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    return { subject: `sessions/${session.id}`, answer: { id: session.id, point }, facts: { point } }
  },
})

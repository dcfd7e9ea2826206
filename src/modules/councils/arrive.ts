// 到了: by the code at the door. Whoever was not invited is welcome, too, and sits among the residents.
import { z } from 'zod'
import { sql } from 'kysely'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { sessionToChange } from '#modules/councils/find.ts'
import { hereSubject, mayNot } from '#modules/councils/session.ts'
import { organisationsOf } from '#modules/councils/visible.ts'
import { which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'

/** Writes down that the actor has come. Throws Invalid for a code that does not hang there. */
export const arriveAtSession = action({
  name: 'councils.arrive',
  summary: lang => sessionText(lang).summaryArrive,
  input: z.strictObject({ id: which, code: z.string().max(40) }),
  subject: (db, input, actor: Actor) => sessionToChange(db, actor, input.id),
  refuse: mayNot.takePart,
  run: async (db, { subject: session, input, actor, secrets, now }) => {
    if (input.code !== secrets.receipt(hereSubject(db.community, session.id))) throw invalid([{ field: 'code', reason: lang => sessionText(lang).codeWrong }])
    const person = actor.personId ?? 0
    const came = { came_at: sql<string>`coalesce(session_seat.came_at, ${now.toString()}::timestamptz)`, came_by_code: true }
    const seats = await db.selectFrom('session_seat').select(['id', 'person_id']).where('community_id', '=', db.community).where('session_id', '=', session.id)
      .where(eb => eb.or([eb('person_id', '=', person), eb('organisation_id', 'in', organisationsOf(actor))])).orderBy('id').execute()
    const seat = seats.find(one => one.person_id === person) ?? seats[0]
    if (seat) {
      // Whoever sits there for his organisation is named: the list of those present must say who it was.
      await db.updateTable('session_seat').set({ ...came, ...seat.person_id === null && { stand_in: actor.name, stand_in_id: person } })
        .where('community_id', '=', db.community).where('id', '=', seat.id).execute()
    } else {
      await db.insertInto('session_seat').values({
        community_id: db.community, session_id: session.id, party: 'residents', person_id: person, came_at: now.toString(), came_by_code: true,
      }).execute()
    }
    return { subject: `sessions/${session.id}`, answer: { id: session.id }, facts: { invited: seat !== undefined } }
  },
})

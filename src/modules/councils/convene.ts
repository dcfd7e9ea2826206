// 召集: a session with its day, place and purpose; everybody with a seat at the council is invited.
import { sql } from 'kysely'
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import type { Writer } from '#kit/db.ts'
import { mayNotConvene } from '#modules/councils/council.ts'
import { councilToChange, momentOf, personThere } from '#modules/councils/find.ts'
import { kind, maybeId, whenAndWhere, which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { placeById } from '#modules/places/public.ts'
import { councilText } from '#text/councils.ts'
import { sessionText } from '#text/council-session.ts'

export const conveneInput = z.strictObject({
  id: which,
  kind,
  title: z.string().trim().min(2).max(60).meta({ label: lang => sessionText(lang).title, hint: lang => sessionText(lang).titleHint, wrong: lang => sessionText(lang).titleWrong }),
  ...whenAndWhere,
  keeper: maybeId.meta({ label: lang => sessionText(lang).keeper, hint: lang => sessionText(lang).keeperHint, wrong: lang => councilText(lang).whomWrong }),
})

/**
 * Convenes it; the actor is its convener. Of a mediation only those hear whom he invites one by one: nobody sits there by his seat alone.
 * A session cannot begin in the past.
 */
export const convene = action({
  name: 'councils.convene',
  summary: lang => councilText(lang).summaryConvene,
  input: conveneInput,
  subject: (db, input, _actor: Actor) => councilToChange(db, input.id),
  refuse: mayNotConvene,
  run: async (db, { subject: council, input: { kind, title, on, from, minutes, room, place, keeper }, actor, now }) => {
    const begins = await momentOf(db, on, from)
    if (Temporal.Instant.compare(begins, now) < 0) throw invalid([{ field: 'on', reason: lang => sessionText(lang).past }])
    if (place !== null) await placeById(db, place)
    const { n } = await db.selectFrom('council_session').select(eb => eb.fn.countAll<number>().as('n'))
      .where('community_id', '=', db.community).where('council_id', '=', council.id).executeTakeFirstOrThrow()
    const { id } = await db.insertInto('council_session').values({
      community_id: db.community, council_id: council.id, number: n + 1, kind, title, convener_id: actor.personId ?? 0,
      keeper_id: keeper === null ? null : await personThere(db, keeper, 'keeper'), begins_at: begins.toString(), minutes, place_id: place, room,
      convened_at: now.toString(), changed_at: now.toString(),
    }).returning('id').executeTakeFirstOrThrow()
    const invited = kind === 'mediation' ? 0 : await inviteSeats(db, id, council.id, now)
    return { subject: `sessions/${id}`, answer: { id, invited }, facts: { council: council.id, kind, number: n + 1, invited } }
  },
})

async function inviteSeats(db: Writer, session: number, council: number, now: Temporal.Instant): Promise<number> {
  const { numInsertedOrUpdatedRows } = await db.insertInto('session_seat')
    .columns(['community_id', 'session_id', 'party', 'person_id', 'organisation_id', 'invited_at'])
    .expression(db.selectFrom('council_seat')
      .select(['community_id', sql<number>`${session}::bigint`.as('session_id'), 'party', 'person_id', 'organisation_id', sql<string>`${now.toString()}::timestamptz`.as('invited_at')])
      .where('community_id', '=', db.community).where('council_id', '=', council).where('ended_at', 'is', null))
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows ?? 0)
}

// 一键立项: a point of a listening session becomes a matter; whoever said it raised it, and is told its number.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import { NotFound, Refused } from '#kit/errors.ts'
import { sessionToChange } from '#modules/councils/find.ts'
import { keeps } from '#modules/councils/session.ts'
import { which } from '#modules/councils/words.ts'
import { KINDS, raiseInput, raiseMatter } from '#modules/matters/public.ts'
import { signedOut, type Actor } from '#modules/people/public.ts'
import { placeById } from '#modules/places/public.ts'
import { sessionText } from '#text/council-session.ts'

export const raisePointInput = z.strictObject({ id: which, point: which, kind: z.enum(KINDS).default('other') })

/** Raises it in the very act, as written down on paper, so that a point can become one matter only. Throws Refused the second time. */
export const raisePoint = action({
  name: 'councils.raisePoint',
  summary: lang => sessionText(lang).summaryRaisePoint,
  input: raisePointInput,
  subject: async (db, input, actor: Actor) => {
    const session = await sessionToChange(db, actor, input.id)
    const point = await db.selectFrom('session_point').select(['id', 'text', 'place_id', 'said_by', 'matter_id'])
      .where('community_id', '=', db.community).where('session_id', '=', session.id).where('id', '=', input.point).executeTakeFirst()
    if (!point) throw new NotFound(lang => sessionText(lang).noPoint)
    return { session, point }
  },
  refuse: (actor, { session }) => signedOut(actor) ?? (keeps(actor, session) ? null : lang => sessionText(lang).whoKeeps),
  run: async (db, scene) => {
    const { subject: { session, point }, input: { kind } } = scene
    if (point.matter_id !== null) throw new Refused(lang => sessionText(lang).raisedAlready)
    const place = await placeById(db, point.place_id)
    const { subject, answer, facts } = await raiseMatter.run(db, {
      ...scene, onBehalfOf: point.said_by, subject: { place, forAnother: true },
      input: raiseInput.parse({ place: place.id, kind, text: point.text, channel: 'paper' }),
    })
    await db.updateTable('session_point').set({ matter_id: answer.id }).where('community_id', '=', db.community).where('id', '=', point.id).execute()
    return { subject, answer: { id: answer.id }, facts: { ...facts, session: session.id, point: point.id, person: point.said_by } }
  },
})

// 改期: another day, hour, place or name; everybody invited is told and asked again.
import { z } from 'zod'
import { sql } from 'kysely'
import { action } from '#kit/action.ts'
import { invalid } from '#kit/check.ts'
import { conveneInput } from '#modules/councils/convene.ts'
import { momentOf, personThere, sessionToChange } from '#modules/councils/find.ts'
import { mayNot } from '#modules/councils/session.ts'
import { whenAndWhere, which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { placeById } from '#modules/places/public.ts'
import { sessionText } from '#text/council-session.ts'

const { title, keeper } = conveneInput.shape
export const moveSessionInput = z.strictObject({ id: which, title, ...whenAndWhere, keeper })

/** Changes it. A new day or hour asks everybody anew whether he comes, and reminds again. */
export const moveSession = action({
  name: 'councils.move',
  summary: lang => sessionText(lang).summaryMove,
  input: moveSessionInput,
  subject: (db, input, actor: Actor) => sessionToChange(db, actor, input.id),
  refuse: mayNot.prepare,
  run: async (db, { subject: session, input: { title, on, from, minutes, room, place, keeper }, now }) => {
    const begins = await momentOf(db, on, from)
    if (Temporal.Instant.compare(begins, now) < 0) throw invalid([{ field: 'on', reason: lang => sessionText(lang).past }])
    if (place !== null) await placeById(db, place)
    const later = Temporal.Instant.compare(begins, session.begins_at) !== 0
    await db.updateTable('council_session').set({
      title, begins_at: begins.toString(), minutes, room, place_id: place, keeper_id: keeper === null ? null : await personThere(db, keeper, 'keeper'),
      changed_at: now.toString(), changes: sql`changes + 1`, ...later && { reminded_at: null },
    }).where('community_id', '=', db.community).where('id', '=', session.id).execute()
    if (later) {
      await db.updateTable('session_seat').set({ answer: null, answered_at: null, stand_in: null })
        .where('community_id', '=', db.community).where('session_id', '=', session.id).execute()
    }
    return { subject: `sessions/${session.id}`, answer: { id: session.id }, facts: { on, later } }
  },
})

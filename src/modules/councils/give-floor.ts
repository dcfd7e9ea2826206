// 请发言, 说完了: whoever leads gives the floor in order and takes it back; whoever waits may step back.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { NotFound } from '#kit/errors.ts'
import { sessionToChange } from '#modules/councils/find.ts'
import { mayNot } from '#modules/councils/session.ts'
import { which } from '#modules/councils/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'

/** begin: he speaks now, and whoever spoke on the same list has spoken; end: he has spoken, or does not speak after all; show: his words are let through. */
export const giveFloor = action({
  name: 'councils.giveFloor',
  summary: lang => sessionText(lang).summaryGiveFloor,
  input: z.strictObject({ id: which, speaker: which, how: z.enum(['begin', 'end', 'show']) }),
  subject: async (db, input, actor: Actor) => {
    const session = await sessionToChange(db, actor, input.id)
    return { session, speaker: await speakerOf(db, session.id, input.speaker), stepsBack: input.how === 'end' }
  },
  refuse: (actor, { session, speaker, stepsBack }) =>
    stepsBack && speaker.person_id === actor.personId ? mayNot.takePart(actor, session) : mayNot.lead(actor, session),
  run: async (db, { subject: { session, speaker }, input: { how }, now }) => {
    const on = db.updateTable('session_speaker').where('community_id', '=', db.community).where('session_id', '=', session.id).where('ended_at', 'is', null)
    if (how === 'show') await on.set({ standing: 'shown' }).where('id', '=', speaker.id).execute()
    if (how === 'end') await on.set({ ended_at: now.toString() }).where('id', '=', speaker.id).execute()
    if (how === 'begin') {
      await on.set({ ended_at: now.toString() }).where('list', '=', speaker.list).where('began_at', 'is not', null).where('id', '<>', speaker.id).execute()
      await on.set({ began_at: now.toString(), standing: 'shown' }).where('id', '=', speaker.id).where('began_at', 'is', null).execute()
    }
    return { subject: `sessions/${session.id}`, answer: { id: session.id }, facts: { speaker: speaker.id, how } }
  },
})

async function speakerOf(db: Reader, session: number, id: number) {
  const found = await db.selectFrom('session_speaker').select(['id', 'person_id', 'list'])
    .where('community_id', '=', db.community).where('session_id', '=', session).where('id', '=', id).where('ended_at', 'is', null).executeTakeFirst()
  if (!found) throw new NotFound(lang => sessionText(lang).noSpeaker)
  return found
}

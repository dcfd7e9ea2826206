// 纪要定稿: the minutes are sealed. From here on they never change; those present sign, everybody can read them.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Writer } from '#kit/db.ts'
import { Refused } from '#kit/errors.ts'
import { sessionToChange, type Found } from '#modules/councils/find.ts'
import { gatherMinutes } from '#modules/councils/gather.ts'
import { sealOf, written, type MinutesContent } from '#modules/councils/minutes.ts'
import { isPrivate, mayNot } from '#modules/councils/session.ts'
import { which } from '#modules/councils/words.ts'
import { noteDiscussed } from '#modules/matters/public.ts'
import type { Actor } from '#modules/people/public.ts'
import { sessionText } from '#text/council-session.ts'

/** Seals them; answers their hash. Each matter that was talked about says so on its trail. Throws Refused while nothing was written. */
export const finishMinutes = action({
  name: 'councils.finishMinutes',
  summary: lang => sessionText(lang).summaryFinishMinutes,
  input: z.strictObject({ id: which }),
  subject: (db, input, actor: Actor) => sessionToChange(db, actor, input.id),
  refuse: mayNot.seal,
  run: async (db, { subject: session, actor, now }) => {
    const { content, seats, owners } = await gatherMinutes(db, session.id)
    if (content.points === 0 && !content.topics.some(topic => topic.text || topic.decision)) throw new Refused(lang => sessionText(lang).nothingWritten)
    const text = written(content)
    const hash = sealOf(text)
    await db.insertInto('session_minutes').values({
      community_id: db.community, session_id: session.id, number: content.number, content: text, hash, sealed_by: actor.personId ?? 0, sealed_at: now.toString(),
    }).execute()
    for (const { id, name, salt } of seats) {
      await db.updateTable('session_seat').set({ name, salt }).where('community_id', '=', db.community).where('id', '=', id).execute()
    }
    for (const { id, name, salt } of owners) {
      await db.updateTable('session_task').set({ owner_name: name, owner_salt: salt }).where('community_id', '=', db.community).where('id', '=', id).execute()
    }
    await tellMatters(db, session, content, { by: actor.personId, now })
    const facts = { hash, topics: content.topics.length, present: content.present.length, quorate: content.quorate, private: isPrivate(session) }
    return { subject: `sessions/${session.id}`, answer: { id: session.id, hash }, facts }
  },
})

async function tellMatters(db: Writer, session: Found, { topics, council, session: number }: MinutesContent, { by, now }: { by: number | null, now: Temporal.Instant }): Promise<void> {
  for (const { matters, decision, text } of topics) {
    if (!decision && !text) continue
    for (const matter of matters) {
      const said = sessionText('zh').discussed(council, number, decision)
      await noteDiscussed(db, { matter, text: said, decided: decision !== '', inside: isPrivate(session), by, now })
    }
  }
}

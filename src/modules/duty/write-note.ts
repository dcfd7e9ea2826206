// 写交接: what the next one on duty must know, written while the turn goes on or soon after.
import { z } from 'zod'
import { action } from '#kit/action.ts'
import type { Reader } from '#kit/db.ts'
import { mayNotWriteNote } from '#modules/duty/duty.ts'
import { turnFound } from '#modules/duty/find.ts'
import { which } from '#modules/duty/words.ts'
import type { Actor } from '#modules/people/public.ts'
import { dutyFieldText, dutyText } from '#text/duty.ts'

export const writeNoteInput = z.strictObject({
  id: which,
  text: z.string().trim().min(2).max(1000).meta({
    label: lang => dutyFieldText(lang).text, hint: lang => dutyFieldText(lang).textHint, wrong: lang => dutyFieldText(lang).textWrong, control: 'textarea',
  }),
})

/** Writes it, or writes it anew as long as nobody has confirmed it. */
export const writeNote = action({
  name: 'duty.writeNote',
  summary: lang => dutyText(lang).summaryWriteNote,
  input: writeNoteInput,
  subject: (db, input, actor: Actor) => turnToNote(db, actor, input.id),
  refuse: mayNotWriteNote,
  run: async (db, { subject: turn, input, now }) => {
    const written = { text: input.text, written_at: now.toString() }
    await db.insertInto('duty_note').values({ community_id: db.community, turn_id: turn.id, ...written })
      .onConflict(there => there.columns(['community_id', 'turn_id']).doUpdateSet(written)).execute()
    return { subject: `duty/${turn.roster_id}`, answer: { id: turn.id }, facts: { turn: turn.id } }
  },
})

/** The turn, locked, with when its note was confirmed. */
export async function turnToNote(db: Reader, actor: Actor, id: number) {
  const turn = await turnFound(db, actor, id)
  const note = await db.selectFrom('duty_note').select('read_at').where('community_id', '=', db.community).where('turn_id', '=', id).forNoKeyUpdate().executeTakeFirst()
  return { ...turn, hasNote: note !== undefined, read_at: note?.read_at ?? null }
}

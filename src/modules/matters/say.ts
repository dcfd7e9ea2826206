// What is said while a matter is worked on: one line of its trail.
import type { NoteKind, Step } from '#db/tables.ts'
import type { Reader, Writer } from '#kit/db.ts'
import { isOpen, type Matter } from '#modules/matters/matter.ts'
import { openCase, standingFor, wordsOf, type Cause } from '#modules/moderation/public.ts'

/** Adds words to a matter's trail; where there are `causes`, somebody is to look first. */
export async function say(db: Writer, note: {
  matter: number, kind: NoteKind, step: Step, text: string, by: number | null, now: Temporal.Instant, causes?: readonly Cause[],
}): Promise<number> {
  const causes = note.causes ?? []
  const { id } = await db.insertInto('matter_note').values({
    community_id: db.community, matter_id: note.matter, kind: note.kind, step: note.step, text: note.text, person_id: note.by, at: note.now.toString(),
    standing: standingFor(causes),
  }).returning('id').executeTakeFirstOrThrow()
  if (causes.length > 0) await openCase(db, { matter: note.matter, kind: 'note', thing: id, causes, author: note.by }, note.now)
  return id
}

/** Why somebody is to look at these words first; nothing where only those inside read them. */
export async function wordCauses(db: Reader, matter: Pick<Matter, 'private' | 'place'>, text: string): Promise<Cause[]> {
  return isOpen(matter) ? (await wordsOf(db))(text) : []
}

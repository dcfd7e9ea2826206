// What is said while a matter is worked on: one line of its trail.
import type { NoteKind, Step } from '#db/tables.ts'
import type { Writer } from '#kit/db.ts'

/** Adds words to a matter's trail. */
export async function say(db: Writer, note: {
  matter: number, kind: NoteKind, step: Step, text: string, by: number | null, now: Temporal.Instant,
}): Promise<number> {
  const { id } = await db.insertInto('matter_note').values({
    community_id: db.community, matter_id: note.matter, kind: note.kind, step: note.step, text: note.text, person_id: note.by, at: note.now.toString(),
  }).returning('id').executeTakeFirstOrThrow()
  return id
}

// What a council said about a matter: a line of its trail, and tasks. For later modules, inside their own act; they ask who may.
import type { Writer } from '#kit/db.ts'
import { say } from '#modules/matters/say.ts'

/** Writes on the trail that a matter was talked about and, where it was, what was decided; `inside`: only for those who handle it. */
export async function noteDiscussed(db: Writer, note: { matter: number, text: string, decided: boolean, inside: boolean, by: number | null, now: Temporal.Instant }): Promise<void> {
  const { step } = await db.selectFrom('matter').select('step').where('community_id', '=', db.community).where('id', '=', note.matter).executeTakeFirstOrThrow()
  const kind = note.inside ? 'inside' : note.decided ? 'decision' : 'reply'
  await say(db, { matter: note.matter, kind, step, text: note.text, by: note.by, now: note.now })
}

/** A task as another module gives it. */
interface Given {
  matter: number
  title: string
  owner_id: number | null
  organisation_id: number | null
  due_on: string | null
  made_by: number
  made_at: string
}

/** Puts a task among those of the matter; answers its number. */
export async function giveTask(db: Writer, { matter, ...task }: Given): Promise<number> {
  const { id } = await db.insertInto('matter_task').values({ community_id: db.community, matter_id: matter, ...task }).returning('id').executeTakeFirstOrThrow()
  return id
}

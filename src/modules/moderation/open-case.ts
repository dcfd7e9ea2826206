// Something is put before whoever judges: one open case for each thing, however many causes come together.
import { sql } from 'kysely'
import type { Moderated } from '#db/tables.ts'
import type { Writer } from '#kit/db.ts'
import { PATIENCE, type Cause } from '#modules/moderation/case.ts'

/** What is put before them; the matter is locked by the act. */
export interface Opening {
  matter: number
  kind: Moderated
  thing: number
  causes: readonly Cause[]
  author: number | null
  appeal?: { of: number, words: string }
}

/** Opens the case, or adds the causes to the one that is open; answers its number. */
export async function openCase(db: Writer, { matter, kind, thing, causes, author, appeal }: Opening, now: Temporal.Instant): Promise<number> {
  const { id } = await db.insertInto('moderation_case').values({
    community_id: db.community, matter_id: matter, kind, thing_id: thing, causes: [...causes], author_id: author,
    opened_at: now.toString(), due_at: now.add(PATIENCE).toString(), appeal_of: appeal?.of ?? null, appeal: appeal?.words ?? null,
  }).onConflict(open => open.columns(['community_id', 'kind', 'thing_id']).where('judged_at', 'is', null).doUpdateSet({
    causes: sql<string[]>`array(select distinct unnest(moderation_case.causes || excluded.causes))`,
  })).returning('id').executeTakeFirstOrThrow()
  return id
}
